import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import type { Pedido } from '../../../api/terminos/terminos';
import { terminos } from './legal-of-content';

const silenceOf = (pedido: Pick<Pedido, 'tipo'> & Partial<Pedido>) =>
  terminos.silencio(
    valueOf(terminos.vencimiento({ recibidoEn: new Date('2026-04-13T09:00:00-05:00'), ...pedido })),
  );

describe('silence', () => {
  it('is negative three months after filing, on a business day (CPACA art. 83)', () => {
    expect(silenceOf({ tipo: 'PETICION' })).toEqual({ negativo: '2026-07-14' });
    const march = new Date('2025-03-31T09:00:00-05:00');
    expect(silenceOf({ tipo: 'QUEJA', recibidoEn: march })).toEqual({ negativo: '2025-07-01' });
  });

  it('comes one month after the day it was due when the term itself passes three months (CPACA art. 83)', () => {
    const terminoPropio = { dias: 90, base: 'Término fijado por una norma especial' };
    const due = valueOf(
      terminos.vencimiento({
        tipo: 'DEFENSORIA',
        recibidoEn: new Date('2026-04-13T09:00:00-05:00'),
        terminoPropio,
      }),
    );
    expect(due.fecha).toBe('2026-08-28');
    expect(terminos.silencio(due)).toEqual({ negativo: '2026-09-28' });
  });

  it.each(['INFORMACION', 'DOCUMENTOS'] as const)(
    'is positive for %s after ten days, with copies in three more (CPACA art. 14 n. 1)',
    (tipo) => {
      expect(silenceOf({ tipo })).toEqual({
        negativo: '2026-07-14',
        positivo: { fecha: '2026-04-27', copias: '2026-04-30' },
      });
    },
  );

  it('counts the copies over a holiday, and from the extended term', () => {
    expect(silenceOf({ tipo: 'DOCUMENTOS', prorrogaDias: 2 }).positivo).toEqual({
      fecha: '2026-04-29',
      copias: '2026-05-05',
    });
  });

  it('is the same asked from a due date that already has the copies', () => {
    expect(silenceOf({ tipo: 'DOCUMENTOS', copias: true })).toEqual(silenceOf({ tipo: 'DOCUMENTOS' }));
  });
});
