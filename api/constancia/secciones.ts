import { instantInWords } from '../base/kernel/local-date';
import type { Bloque, Fila, Seccion } from './documento';
import { filaIf } from './filas';
import type { Partes } from './partes';
import { hasTooManyLines, isPrintable } from './printable';

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
    ...filaIf(t('constancia.datos.origen'), caso.presentacion?.origen),
    ...filaIf(t('constancia.datos.idioma'), caso.presentacion?.idioma),
    {
      etiqueta: t('constancia.datos.dependencia'),
      valor: caso.dependencia ?? t('constancia.porConfirmar'),
    },
    ...filaIf(t('constancia.datos.tramite'), caso.tramite),
    { etiqueta: t('constancia.datos.archivos'), valor: String(caso.anexos.length) },
  ];
  // The number of another Ventanilla comes later, and then there are two constancias of one petition.
  const otra: Bloque[] =
    caso.radicado === undefined || caso.radicado === caso.recepcion
      ? []
      : [{ tipo: 'parrafo', texto: t('constancia.datos.otroNumero') }];
  return { titulo: t('constancia.datos.titulo'), bloques: [{ tipo: 'filas', filas }, ...otra] };
}

/** The citizen's own copy. */
export function seccionTexto({ t, caso, forma }: Partes): Seccion {
  const titulo = t('constancia.texto.titulo');
  if (caso.texto.trim() === '') {
    return { titulo, bloques: [{ tipo: 'parrafo', texto: t('constancia.texto.vacio') }] };
  }
  const literal: Bloque = { tipo: 'literal', texto: caso.texto };
  // A page shows any sign and any number of lines.
  const notas = forma === 'PANTALLA' ? [] : notasDelPdf(t, caso.texto);
  const nota: Bloque[] = notas.length === 0 ? [] : [{ tipo: 'parrafo', texto: notas.join(' ') }];
  return { titulo, bloques: [literal, ...nota] };
}

const notasDelPdf = (t: Partes['t'], texto: string): string[] => [
  ...(isPrintable(texto) ? [] : [t('constancia.texto.sustituidos')]),
  ...(hasTooManyLines(texto) ? [t('constancia.texto.lineas')] : []),
  t('constancia.texto.adjunto', { archivo: t('constancia.texto.archivo') }),
];

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
