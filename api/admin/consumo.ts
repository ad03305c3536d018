import type { Clock } from '../base/kernel/clock';
import { localDate } from '../base/kernel/local-date';
import type { Texts } from '../../content/texts';
import type { Command } from './command';

/** What `consumo` works with. */
export interface AdminConsumo {
  readonly texts: Texts;
  readonly clock: Clock;
  /** Messages that WhatsApp charges for, by day of Colombia and category, from `desde` to `hasta` included. */
  readonly consumo: (
    desde: string,
    hasta: string,
  ) => Promise<readonly { readonly dia: string; readonly categoria: string; readonly mensajes: number }[]>;
  /** Monthly cap; undefined: none. */
  readonly tope: () => number | undefined;
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** `consumo [AAAA-MM]`: the month's messages that are charged for, a line for each day and category, and the total. */
export const createConsumoCommand =
  ({ texts, clock, consumo, tope }: AdminConsumo): Command =>
  async ([given, ...rest], io) => {
    const month = given ?? localDate(clock.now()).slice(0, 7);
    if (rest.length > 0 || !MONTH.test(month)) {
      io.err(texts('admin.consumo.uso'));
      return 2;
    }
    const days = await consumo(`${month}-01`, `${month}-31`);
    for (const { dia, categoria, mensajes } of days) io.out([dia, categoria, mensajes].join('\t'));
    const total = days.reduce((sum, { mensajes }) => sum + mensajes, 0);
    const limit = tope();
    io.err(
      limit === undefined
        ? texts('admin.consumo.total', { mes: month, mensajes: total })
        : texts('admin.consumo.totalConTope', { mes: month, mensajes: total, tope: limit }),
    );
    return 0;
  };
