import fc from 'fast-check';
import { addDays, localDate } from '../../../api/base/kernel/local-date';
import type { LocalDate } from '../../../api/base/kernel/local-date';
import { valueOf } from '../../../api/base/kernel/result';
import type { Pedido, Terminos } from '../../../api/terminos/terminos';
import type { Vencimiento } from '../../../api/terminos/vencimiento';
import { legal, withLocalDays } from './legal-of-content';

const codigos = [...new Set(legal.terminos.map(({ codigo }) => codigo))];

/** Any case the law allows: a receipt at any second of 1984-2100, extension, pause, local days, copies. */
export interface AnyCase {
  readonly locals: readonly LocalDate[];
  readonly terminos: Terminos;
  readonly pedido: Pedido;
  readonly vencimiento: Vencimiento;
}

const shape = fc.record({
  recibidoEn: fc.date({
    min: new Date('1984-01-02T00:00:00Z'),
    max: new Date('2100-06-30T00:00:00Z'),
    noInvalidDate: true,
  }),
  tipo: fc.constantFrom(...codigos),
  politica: fc.constantFrom('STRICT' as const, 'DEEMED' as const),
  extension: fc.double({ min: 0, max: 1, noNaN: true }),
  pause: fc.option(fc.tuple(fc.nat(45), fc.nat(60)), { nil: undefined }),
  offsets: fc.uniqueArray(fc.nat(60), { maxLength: 4 }),
  copies: fc.boolean(),
});

export const anyCase = shape.map(
  ({ recibidoEn, tipo, politica, extension, pause, offsets, copies }): AnyCase => {
    const recibido = localDate(recibidoEn);
    const locals = offsets.map((days) => addDays(recibido, days));
    const terminos = withLocalDays(...locals);
    const law = valueOf(terminos.termFor(tipo, recibido));
    const requerido = addDays(recibido, pause?.[0] ?? 0);
    const pedido: Pedido = {
      recibidoEn,
      tipo,
      politica,
      prorrogaDias: Math.floor(extension * law.prorrogaMaxima),
      copias: copies && law.silencioPositivo,
      ...(pause && { requerimiento: { requerido, respondido: addDays(requerido, pause[1]) } }),
    };
    return { locals, terminos, pedido, vencimiento: valueOf(terminos.vencimiento(pedido)) };
  },
);
