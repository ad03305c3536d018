import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../../../../api/base/kernel/result';
import { firstBrokenLink, GENESIS } from '../../../../api/comunicaciones/book-chain';
import type { Orden } from '../../../../api/pqrsd/orden';
import { calendarOffice, conDias } from '../../../fakes/calendar-office';
import { legal, solicitud } from '../../../fakes/pqrsd-office';

const START = '2026-11-24T09:00:00-05:00';

const orden = fc.constantFrom<Orden>(
  { tipo: 'ASIGNAR', dependencia: 'A' },
  { tipo: 'RECLASIFICAR', a: 'QUEJA', motivo: 'm' },
  { tipo: 'RECLASIFICAR', a: 'INFORMACION', motivo: 'm' },
  { tipo: 'REQUERIR', dia: '2026-11-24', motivo: 'm' },
  { tipo: 'COMPLETAR', dia: '2026-11-24' },
  { tipo: 'PRORROGAR', dias: 3, motivo: 'm', prueba: 'p' },
);
/** Local days among those a term of that start may count. */
const days = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 4 });
const step = fc.oneof(
  orden.map((value) => ({ kind: 'ORDEN', value }) as const),
  days.map((value) => ({ kind: 'CALENDARIO', value }) as const),
);
const december = (day: number) => `2026-12-${String(day).padStart(2, '0')}`;

describe('the date for alerts', () => {
  it.each(['STRICT', 'DEEMED'] as const)(
    'is never later than one that the person was told since an official last moved it: %s',
    async (decidida) => {
      const politica = { ...legal.politica, recibo: { ...legal.politica.recibo, decidida } };
      const withDays = (...fechas: string[]) => ({ ...conDias(...fechas), politica });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 10 }), fc.boolean(), async (steps, onSaturday) => {
          const now = onSaturday ? '2026-11-21T09:00:00-05:00' : START;
          const at = calendarOffice(withDays(), now);
          valueOf(await at.filePqrsd(solicitud({ recibidoEn: new Date(now) })));
          at.clock.set(START);
          const page = () => at.book.pages[0]!;
          const printed = page().pqrsd.venceImpreso;
          let told = [printed];
          let calendar = withDays();
          for (const { kind, value } of steps) {
            const before = page().pqrsd.vencimiento.fecha;
            if (kind === 'ORDEN') {
              await at.applyOrden(page()._id, value, 'f-1');
              if (page().pqrsd.vencimiento.fecha !== before) told = [];
            } else {
              calendar = withDays(...value.map(december));
              at.now(calendar);
              await at.recalcular();
            }
            const { vencimiento, venceEstricto, venceImpreso } = page().pqrsd;
            told.push(vencimiento.fecha);
            expect(told.filter((one) => venceEstricto > one)).toEqual([]);
            expect(venceEstricto <= vencimiento.fechaEstricta).toBe(true);
            expect(venceImpreso).toBe(printed);
            expect(vencimiento.version).toBe(at.terminos.calendar.version);
          }
          expect(firstBrokenLink(page().eventos, GENESIS)).toBeUndefined();
        }),
        { numRuns: 60 },
      );
    },
  );
});
