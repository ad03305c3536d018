import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../../../api/base/kernel/result';
import type { Pedido } from '../../../api/terminos/terminos';
import { anyCase } from './arbitrary-case';
import { terminos } from './legal-of-content';

const recibidoEn = new Date('2026-02-02T09:00:00-05:00');
const dueOf = (pedido: Partial<Pedido> = {}) =>
  valueOf(terminos.vencimiento({ tipo: 'PETICION', recibidoEn, ...pedido }));

describe('alerts', () => {
  it('come at assignment, half, three quarters, three and one before, the last day and the next', () => {
    expect(terminos.alertas(dueOf())).toEqual([
      { tipo: 'ASIGNACION', fecha: '2026-02-03' },
      { tipo: 'MITAD', fecha: '2026-02-11' },
      { tipo: 'TRES_CUARTOS', fecha: '2026-02-17' },
      { tipo: 'FALTAN_3', fecha: '2026-02-18' },
      { tipo: 'FALTA_1', fecha: '2026-02-20' },
      { tipo: 'VENCE', fecha: '2026-02-23' },
      { tipo: 'VENCIDA', fecha: '2026-02-24' },
    ]);
  });

  it('of a term of two days skip what does not fit', () => {
    expect(terminos.alertas(dueOf({ tipo: 'HD_TRASLADO' }))).toEqual([
      { tipo: 'ASIGNACION', fecha: '2026-02-03' },
      { tipo: 'MITAD', fecha: '2026-02-03' },
      { tipo: 'TRES_CUARTOS', fecha: '2026-02-03' },
      { tipo: 'FALTA_1', fecha: '2026-02-03' },
      { tipo: 'VENCE', fecha: '2026-02-04' },
      { tipo: 'VENCIDA', fecha: '2026-02-05' },
    ]);
  });

  it('are counted from STRICT whichever policy is printed', () => {
    fc.assert(
      fc.property(anyCase, ({ terminos: any, pedido }) => {
        const [strict, deemed] = (['STRICT', 'DEEMED'] as const).map((politica) =>
          valueOf(any.vencimiento({ ...pedido, politica })),
        );
        if (!strict || !deemed) throw new Error('two due dates');
        const alerts = any.alertas(deemed);
        expect(alerts).toEqual(any.alertas(strict));
        expect(alerts.find(({ tipo }) => tipo === 'VENCE')?.fecha).toBe(deemed.fechaEstricta);
      }),
    );
  });

  it('stop while the citizen has to complete the petition (CPACA art. 17)', () => {
    const due = dueOf({ requerimiento: { requerido: '2026-02-05' } });
    expect(terminos.alertas(due)).toEqual([]);
    expect(terminos.semaforo(due, '2026-12-31')).toBe('SUSPENDIDO');
  });
});

describe('the semaphore', () => {
  it.each([
    ['2026-02-02', 'VERDE'],
    ['2026-02-10', 'VERDE'],
    ['2026-02-11', 'AMARILLO'],
    ['2026-02-16', 'AMARILLO'],
    ['2026-02-17', 'ROJO'],
    ['2026-02-23', 'ROJO'],
    ['2026-02-24', 'VENCIDO'],
  ])('on %s is %s', (today, colour) => {
    expect(terminos.semaforo(dueOf(), today)).toBe(colour);
  });

  it('is overdue by STRICT while the printed DEEMED date has not passed', () => {
    const saturday = new Date('2026-02-07T09:00:00-05:00');
    const due = dueOf({ recibidoEn: saturday, politica: 'DEEMED' });
    expect(due.fecha).toBe('2026-03-02');
    expect(terminos.semaforo(due, '2026-03-02')).toBe('VENCIDO');
  });
});
