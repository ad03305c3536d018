import type { PersonalConstancia } from './caso-constancia';
import type { Bloque, Fila, Seccion } from './documento';
import { filaIf } from './filas';
import type { Partes } from './partes';

/** Item 3. What a person did not give is said, so that nobody thinks it was lost. */
export function seccionQuien({ t, caso, personal }: Partes): Seccion {
  const titulo = t('constancia.quien.titulo');
  if (caso.modo === 'ANONIMO') {
    return { titulo, bloques: [{ tipo: 'parrafo', texto: t('constancia.quien.anonimo') }] };
  }
  if (caso.copia === 'SIN_PERSONA') {
    return { titulo, bloques: [{ tipo: 'parrafo', texto: t('constancia.copia.sinPersona') }] };
  }
  const { nombre, documento, correo, telefono, direccion } = personal;
  const filas: Fila[] = [
    { etiqueta: t('constancia.quien.nombre'), valor: nombre ?? t('constancia.noInformado') },
    {
      etiqueta: t('constancia.quien.documento'),
      valor: documento ? documentoEnPalabras(t, documento) : t('constancia.noInformado'),
    },
    ...representanteOf(t, personal),
    ...filaIf(t('constancia.quien.correo'), correo),
    ...filaIf(t('constancia.quien.telefono'), telefono),
    ...filaIf(t('constancia.quien.direccion'), direccion),
  ];
  const reserva: Bloque[] =
    caso.modo === 'CONFIDENCIAL' ? [{ tipo: 'parrafo', texto: t('constancia.quien.confidencial') }] : [];
  return { titulo, bloques: [...reserva, { tipo: 'filas', filas }] };
}

const documentoEnPalabras = (
  t: Partes['t'],
  { tipo, numero }: NonNullable<PersonalConstancia['documento']>,
): string => `${t(`web.documento.${tipo}`)} ${numero}`;

/** Who files on behalf of another: name, document and in what capacity. */
function representanteOf(t: Partes['t'], { representante }: PersonalConstancia): Fila[] {
  if (!representante) return [];
  const { nombre, documento, calidad } = representante;
  return [
    { etiqueta: t('constancia.quien.representante'), valor: nombre },
    {
      etiqueta: t('constancia.quien.representanteDocumento'),
      valor: documento ? documentoEnPalabras(t, documento) : t('constancia.noInformado'),
    },
    ...filaIf(t('constancia.quien.representanteCalidad'), calidad),
  ];
}
