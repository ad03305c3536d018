import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import type { Prorroga } from '../../../api/terminos/prorroga';
import type { Pedido } from '../../../api/terminos/terminos';
import { terminos } from './legal-of-content';

const recibidoEn = new Date('2026-02-02T09:00:00-05:00');
const dueOf = (pedido: Partial<Pedido> = {}) =>
  valueOf(terminos.vencimiento({ tipo: 'PETICION', recibidoEn, ...pedido }));
const asked: Prorroga = {
  dias: 15,
  informadoEn: new Date('2026-02-23T23:59:59-05:00'),
  motivos: 'Falta el concepto técnico de otra entidad.',
  constanciaEnvio: true,
};

describe('an extension (CPACA art. 14 par.; Ley 1581 de 2012, arts. 14 and 15)', () => {
  it('may be recorded until the last second of the term, up to double the term', () => {
    expect(dueOf().fecha).toBe('2026-02-23');
    expect(terminos.canExtend(dueOf(), asked)).toEqual({ ok: true, value: 15 });
  });

  it.each([
    ['after the term has run', { informadoEn: new Date('2026-02-24T00:00:00-05:00') }, 'PRORROGA_TOO_LATE'],
    ['above double the term', { dias: 16 }, 'PRORROGA_TOO_LONG'],
    ['of no days', { dias: 0 }, 'INVALID_INPUT'],
    ['of half a day', { dias: 0.5 }, 'INVALID_INPUT'],
    ['without reasons', { motivos: ' \n' }, 'INVALID_INPUT'],
    ['without proof of sending', { constanciaEnvio: false }, 'INVALID_INPUT'],
    [
      'told before the petition arrived',
      { informadoEn: new Date('2026-02-02T08:59:59-05:00') },
      'INVALID_INPUT',
    ],
    ['told at no known time', { informadoEn: new Date(Number.NaN) }, 'INVALID_INPUT'],
  ])('is refused %s', (_, change, code) => {
    expect(terminos.canExtend(dueOf(), { ...asked, ...change })).toMatchObject({ failure: { code } });
  });

  it('is given once', () => {
    expect(terminos.canExtend(dueOf({ prorrogaDias: 1 }), { ...asked, dias: 1 })).toMatchObject({
      failure: { code: 'TERMINO_ALREADY_EXTENDED' },
    });
  });

  it.each([
    ['HD_CONSULTA', 5],
    ['HD_RECLAMO', 8],
    ['CONSULTA', 30],
    ['DOCUMENTOS', 10],
  ] as const)('of %s has at most %i days', (tipo, maximo) => {
    const early = { ...asked, informadoEn: new Date('2026-02-03T09:00:00-05:00') };
    expect(terminos.canExtend(dueOf({ tipo }), { ...early, dias: maximo }).ok).toBe(true);
    expect(terminos.canExtend(dueOf({ tipo }), { ...early, dias: maximo + 1 })).toMatchObject({
      failure: { code: 'PRORROGA_TOO_LONG', detail: { maximo } },
    });
  });

  it('must be told before the STRICT date even when DEEMED is printed', () => {
    const saturday = new Date('2026-02-07T09:00:00-05:00');
    const due = dueOf({ recibidoEn: saturday, politica: 'DEEMED' });
    expect([due.fechaEstricta, due.fecha]).toEqual(['2026-02-27', '2026-03-02']);
    const onLastDay = { ...asked, informadoEn: new Date('2026-03-02T09:00:00-05:00') };
    expect(terminos.canExtend(due, onLastDay)).toMatchObject({ failure: { code: 'PRORROGA_TOO_LATE' } });
  });

  it('waits while the citizen has to complete the petition', () => {
    const due = dueOf({ requerimiento: { requerido: '2026-02-05' } });
    expect(terminos.canExtend(due, asked)).toMatchObject({ failure: { code: 'TRANSITION_NOT_ALLOWED' } });
  });
});
