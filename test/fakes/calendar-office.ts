import { silentLogger } from '../../api/base/kernel/logger';
import { createRecalcular } from '../../api/pqrsd/recalcular/recalcular';
import { liveTerminos } from '../../api/terminos/live-terminos';
import { createTerminos } from '../../api/terminos/terminos';
import type { LegalData } from '../../content/load-legal';
import type { DiaLocal } from '../../content/schemas/legal';
import { memoryPorRecontar } from './memory-por-recontar';
import { legal, pqrsdOffice } from './pqrsd-office';

/** A day that an act of the town takes out of the terms. */
export const diaLocal = (fecha: string): DiaLocal => ({
  fecha,
  decreto: `Decreto del ${fecha}`,
  alcance: 'TERMINOS',
  norma: 'Ley 4 de 1913, art. 62',
  fuente: ['D'],
  vigencia: { desde: fecha, hasta: fecha, confirmada: true },
  confirmado: true,
});

/** The legal data before the holiday of 9 July was known. */
export const sinLey2578: LegalData = {
  ...legal,
  festivos: legal.festivos.filter(({ norma }) => !norma.startsWith('Ley 2578')),
};

export const conDias = (...fechas: readonly string[]): LegalData => ({
  ...legal,
  diasLocales: fechas.map(diaLocal),
});

/** An office whose calendar changes while it works, with what counts its cases again. */
export function calendarOffice(first: LegalData, now: string) {
  let inForce = createTerminos(first);
  const office = pqrsdOffice(
    {},
    now,
    liveTerminos(() => inForce),
  );
  const porRecontar = memoryPorRecontar(office.book);
  const recalcular = createRecalcular({ ...office, porRecontar, logger: silentLogger });
  return {
    ...office,
    porRecontar,
    recalcular,
    now: (next: LegalData) => void (inForce = createTerminos(next)),
  };
}
