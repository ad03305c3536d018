import type { Presentacion } from '../base/kernel/solicitud';
import type { Fila, Seccion } from './documento';
import { filaIf } from './filas';
import type { Partes } from './partes';

const persona = (quien: Presentacion['recibe']): string | undefined =>
  quien && [quien.nombre, quien.cargo].filter(Boolean).join(', ');

/**
 * Items 7 and 8: the person who received it, or listened to it; the system and the unit that answers for it; and, for a
 * verbal petition, that it was verbal.
 */
export function seccionRecibe({ t, entidad, caso }: Partes): Seccion {
  const { presentacion, escuchada, verbal } = caso;
  const filas: Fila[] = [
    ...filaIf(t('constancia.recibe.funcionario'), persona(presentacion?.recibe)),
    ...filaIf(t('constancia.recibe.escucho'), persona(escuchada?.recibe)),
    {
      etiqueta: t('constancia.recibe.sistema'),
      valor: t('constancia.recibe.sistemaNombre', { entidad: entidad.nombre }),
    },
    {
      etiqueta: t('constancia.recibe.unidad'),
      valor: entidad.unidadResponsable ?? t('constancia.porConfirmar'),
    },
    ...filaIf(t('constancia.recibe.falta'), presentacion?.falta),
    ...(verbal
      ? [{ etiqueta: t('constancia.recibe.verbalTitulo'), valor: t('constancia.recibe.verbal') }]
      : []),
  ];
  return { titulo: t('constancia.recibe.titulo'), bloques: [{ tipo: 'filas', filas }] };
}
