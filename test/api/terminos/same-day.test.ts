import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../../../api/base/kernel/result';
import { createTerminos } from '../../../api/terminos/terminos';
import { loadLegal } from '../../../content/load-legal';
import { CONTENT_DIR } from '../../fakes/pqrsd-office';

const legal = valueOf(loadLegal(CONTENT_DIR));

describe('counting what is received on the same day', () => {
  it('gives what counting anew gives, proof included', () => {
    const shared = createTerminos(legal);
    const instant = fc.date({
      min: new Date('2026-03-25'),
      max: new Date('2026-04-08'),
      noInvalidDate: true,
    });
    const pedido = fc.record({
      recibidoEn: instant,
      tipo: fc.constantFrom('PETICION' as const, 'INFORMACION' as const, 'CONSULTA' as const),
      politica: fc.constantFrom('STRICT' as const, 'DEEMED' as const, undefined),
      prorrogaDias: fc.constantFrom(0, 5, undefined),
    });
    fc.assert(
      fc.property(pedido, (asked) => {
        expect(shared.vencimiento(asked)).toEqual(createTerminos(legal).vencimiento(asked));
      }),
      { numRuns: 300 },
    );
  });
});
