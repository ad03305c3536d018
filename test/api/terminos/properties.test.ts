import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../api/base/kernel/local-date';
import { valueOf } from '../../../api/base/kernel/result';
import { verifyProof } from '../../../api/terminos/verify-proof';
import { anyCase } from './arbitrary-case';
import { withLocalDays } from './legal-of-content';

describe('every due date', () => {
  it('is under STRICT never later than under DEEMED', () => {
    fc.assert(
      fc.property(anyCase, ({ terminos, pedido }) => {
        const due = (politica: 'STRICT' | 'DEEMED') => valueOf(terminos.vencimiento({ ...pedido, politica }));
        const [strict, deemed] = [due('STRICT'), due('DEEMED')];
        expect(strict.fecha <= deemed.fecha).toBe(true);
        expect(deemed.fechaEstricta).toBe(strict.fecha);
      }),
      { numRuns: 500 },
    );
  });

  it('falls on a business day', () => {
    fc.assert(
      fc.property(anyCase, ({ terminos, vencimiento }) => {
        expect(terminos.calendar.whyNot(vencimiento.fecha)).toBeUndefined();
        expect(terminos.calendar.whyNot(vencimiento.fechaEstricta)).toBeUndefined();
      }),
    );
  });

  it('never comes earlier with a pause or an extension', () => {
    fc.assert(
      fc.property(anyCase, ({ terminos, pedido, vencimiento }) => {
        const without = { ...pedido, prorrogaDias: 0, requerimiento: undefined };
        expect(valueOf(terminos.vencimiento(without)).fecha <= vencimiento.fecha).toBe(true);
      }),
    );
  });

  it('never comes earlier with one more local day', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(40), ({ locals, pedido, vencimiento }, days) => {
        const more = withLocalDays(...locals, addDays(vencimiento.prueba.recibido, days));
        expect(valueOf(more.vencimiento(pedido)).fecha >= vencimiento.fecha).toBe(true);
      }),
    );
  });

  it('has a proof that survives JSON, lists every day once and is accepted by the verifier', () => {
    fc.assert(
      fc.property(anyCase, ({ vencimiento: { fecha, prueba } }) => {
        const stored: unknown = JSON.parse(JSON.stringify(prueba));
        expect(stored).toEqual(prueba);
        expect(verifyProof(stored)).toEqual({ ok: true, fecha });
        prueba.dias.forEach((day, index) => expect(day.fecha).toBe(addDays(prueba.recibido, index)));
        expect(prueba.dias.at(-1)?.fecha).toBe(fecha);
      }),
      { numRuns: 500 },
    );
  });
});
