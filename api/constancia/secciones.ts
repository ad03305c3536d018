import { instantInWords } from '../base/kernel/local-date';
import type { Bloque, Fila, Seccion } from './documento';
import type { Partes } from './partes';
import { hasTooManyLines, isPrintable } from './printable';

const filaIf = (etiqueta: string, valor: string | undefined): Fila[] =>
  valor === undefined || valor.trim() === '' ? [] : [{ etiqueta, valor }];

/** How to track it with the number and the code of the heading. */
export function seccionSeguir({ t, publicUrl }: Partes): Seccion {
  return {
    titulo: t('constancia.seguir.titulo'),
    bloques: [
      { tipo: 'parrafo', texto: t('constancia.seguir.pasos', { pagina: `${publicUrl}/seguimiento` }) },
      { tipo: 'parrafo', texto: `${t('constancia.seguir.cuide')} ${t('constancia.seguir.gratis')}` },
    ],
  };
}

/** Items 1 and 2 of Decreto 1166, and those of a radicación label. */
export function seccionDatos({ t, caso }: Partes): Seccion {
  const hora = (instant: Date): string => t('constancia.datos.hora', { fecha: instantInWords(instant) });
  const filas: Fila[] = [
    { etiqueta: t('constancia.datos.numero'), valor: caso.recepcion },
    ...filaIf(t('constancia.datos.radicado'), caso.radicado),
    { etiqueta: t('constancia.datos.recibido'), valor: hora(caso.recibidoEn) },
    {
      // The time is that of our number: another Ventanilla's comes later.
      etiqueta: t(
        caso.radicado === caso.recepcion ? 'constancia.datos.radicadoEn' : 'constancia.datos.numeradaEn',
      ),
      valor: hora(caso.radicadoEn),
    },
    { etiqueta: t('constancia.datos.tipo'), valor: t(`tipo.${caso.tipo}.nombre`) },
    { etiqueta: t('constancia.datos.canal'), valor: t(`constancia.canal.${caso.canal}`) },
    {
      etiqueta: t('constancia.datos.dependencia'),
      valor: caso.dependencia ?? t('constancia.porConfirmar'),
    },
    ...filaIf(t('constancia.datos.tramite'), caso.tramite),
    { etiqueta: t('constancia.datos.archivos'), valor: String(caso.anexos.length) },
  ];
  return { titulo: t('constancia.datos.titulo'), bloques: [{ tipo: 'filas', filas }] };
}

/** Item 3. What a person did not give is said, so that nobody thinks it was lost. */
export function seccionQuien({ t, caso, personal }: Partes): Seccion {
  const titulo = t('constancia.quien.titulo');
  if (caso.modo === 'ANONIMO') {
    return { titulo, bloques: [{ tipo: 'parrafo', texto: t('constancia.quien.anonimo') }] };
  }
  if (caso.copia === 'SIN_PERSONA') {
    return { titulo, bloques: [{ tipo: 'parrafo', texto: t('constancia.copia.sinPersona') }] };
  }
  const { nombre, documento, representante, correo, telefono, direccion } = personal;
  const filas: Fila[] = [
    { etiqueta: t('constancia.quien.nombre'), valor: nombre ?? t('constancia.noInformado') },
    {
      etiqueta: t('constancia.quien.documento'),
      valor: documento
        ? `${t(`web.documento.${documento.tipo}`)} ${documento.numero}`
        : t('constancia.noInformado'),
    },
    ...filaIf(t('constancia.quien.representante'), representante?.nombre),
    ...filaIf(t('constancia.quien.correo'), correo),
    ...filaIf(t('constancia.quien.telefono'), telefono),
    ...filaIf(t('constancia.quien.direccion'), direccion),
  ];
  const reserva: Bloque[] =
    caso.modo === 'CONFIDENCIAL' ? [{ tipo: 'parrafo', texto: t('constancia.quien.confidencial') }] : [];
  return { titulo, bloques: [...reserva, { tipo: 'filas', filas }] };
}

/** Items 4 and 5. The citizen's words are not summed up for them: the whole text follows. */
export function seccionObjeto({ t, caso }: Partes): Seccion {
  const enElTexto = t('constancia.objeto.enElTexto');
  const filas: Fila[] = [
    { etiqueta: t('constancia.objeto.objeto'), valor: caso.asunto?.trim() || enElTexto },
    { etiqueta: t('constancia.objeto.razones'), valor: enElTexto },
    ...filaIf(t('constancia.objeto.lugar'), caso.lugar),
  ];
  return { titulo: t('constancia.objeto.titulo'), bloques: [{ tipo: 'filas', filas }] };
}

/** Items 7 and 8: the system, the unit that answers for it and, for a verbal petition, that it was verbal. */
export function seccionRecibe({ t, entidad, caso }: Partes): Seccion {
  const filas: Fila[] = [
    {
      etiqueta: t('constancia.recibe.sistema'),
      valor: t('constancia.recibe.sistemaNombre', { entidad: entidad.nombre }),
    },
    {
      etiqueta: t('constancia.recibe.unidad'),
      valor: entidad.unidadResponsable ?? t('constancia.porConfirmar'),
    },
    ...(caso.verbal
      ? [{ etiqueta: t('constancia.recibe.verbalTitulo'), valor: t('constancia.recibe.verbal') }]
      : []),
  ];
  return { titulo: t('constancia.recibe.titulo'), bloques: [{ tipo: 'filas', filas }] };
}

/** The citizen's own copy. */
export function seccionTexto({ t, caso }: Partes): Seccion {
  const titulo = t('constancia.texto.titulo');
  if (caso.texto.trim() === '') {
    return { titulo, bloques: [{ tipo: 'parrafo', texto: t('constancia.texto.vacio') }] };
  }
  const adjunto = t('constancia.texto.adjunto', { archivo: t('constancia.texto.archivo') });
  const notas = [
    ...(isPrintable(caso.texto) ? [] : [t('constancia.texto.sustituidos')]),
    ...(hasTooManyLines(caso.texto) ? [t('constancia.texto.lineas')] : []),
    adjunto,
  ];
  return {
    titulo,
    bloques: [
      { tipo: 'literal', texto: caso.texto },
      { tipo: 'parrafo', texto: notas.join(' ') },
    ],
  };
}

const LINE = 96;

/** A token in lines that fit the page. None ends in a hyphen: readers drop it when they copy a text cut in lines. */
export function tokenLines(token: string): string[] {
  const lines: string[] = [];
  for (let rest = token; rest !== ''; rest = rest.slice(lines.at(-1)?.length)) {
    const line = rest.slice(0, LINE);
    lines.push(line.length < LINE ? line : line.replace(/-+$/, '') || line);
  }
  return lines;
}

/** How anyone can check it. */
export function seccionVerificacion({ t, publicUrl, token, textoSha256, keyId }: Partes): Seccion {
  return {
    titulo: t('constancia.verificacion.titulo'),
    bloques: [
      {
        tipo: 'parrafo',
        texto: t('constancia.verificacion.como', { pagina: `${publicUrl}/verificar` }),
      },
      { tipo: 'fija', texto: tokenLines(token).join('\n') },
      { tipo: 'parrafo', texto: t('constancia.verificacion.protege') },
      {
        tipo: 'filas',
        filas: [
          { etiqueta: t('constancia.verificacion.huellaTexto'), valor: textoSha256, fija: true },
          { etiqueta: t('constancia.verificacion.clave'), valor: keyId, fija: true },
        ],
      },
    ],
  };
}
