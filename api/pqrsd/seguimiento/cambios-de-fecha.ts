import type { CambioDeFecha, CausaDeCambio } from '../../base/kernel/seguimiento';
import type { TipoPqrsd } from '../../base/kernel/vocabulary';
import type { Evento } from '../../comunicaciones/book-chain';
import type { Pqrsd } from '../pqrsd';

/** The events that move a due date, and the cause that its person is told. */
const CAUSE: Readonly<Record<string, CausaDeCambio>> = {
  PRORROGADA: 'PRORROGADA',
  REQUERIDA: 'REQUERIDA',
  COMPLETADA: 'COMPLETADA',
  RECLASIFICADA: 'RECLASIFICADA',
  FECHA_RECALCULADA: 'CALENDARIO',
};

/**
 * Why the date in force is not the one printed on the constancia, oldest first. A date that moved with no event to
 * explain it was moved by the calendar.
 */
export function cambiosDeFecha({ pqrsd, eventos }: Pqrsd): readonly CambioDeFecha[] {
  const { vencimiento, venceImpreso } = pqrsd;
  const changes = eventos.flatMap(changeIn);
  const isMoved = vencimiento.fecha !== venceImpreso;
  return changes.length === 0 && isMoved ? [{ causa: 'CALENDARIO' }] : changes;
}

function changeIn({ tipo, en, datos }: Evento): CambioDeFecha[] {
  const causa = CAUSE[tipo];
  if (causa === undefined) return [];
  const { dias, a, antes, ahora } = datos;
  // Only a date for alerts moved, which is not told.
  if (causa === 'CALENDARIO' && antes === ahora) return [];
  return [
    {
      causa,
      en,
      ...(causa === 'PRORROGADA' && typeof dias === 'number' && { dias }),
      ...(causa === 'RECLASIFICADA' && typeof a === 'string' && { tipo: a as TipoPqrsd }),
    },
  ];
}
