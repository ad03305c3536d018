import type { Clock } from '../../../api/base/kernel/clock';
import { localDate } from '../../../api/base/kernel/local-date';
import type { Envios } from '../../envios/envios';

export interface Budget {
  /** Whether the month's messages are spent. */
  isSpent(): Promise<boolean>;
  /** One more was sent. */
  count(): void;
}

/** What other copies of the program send is seen after this long, in milliseconds. */
const RECOUNT_MS = 60_000;

/**
 * The monthly cap of messages that WhatsApp charges for. Counted from what is stored, so that it is the same after a
 * restart; in between, what this process sends is added.
 * @param tope messages a month; undefined: no cap.
 */
export function createBudget(
  envios: Pick<Envios, 'consumo'>,
  clock: Clock,
  tope: () => number | undefined,
): Budget {
  let counted: { readonly month: string; readonly at: number; total: number } | undefined;
  const recount = async (month: string): Promise<number> => {
    const spent = await envios.consumo('WHATSAPP', `${month}-01`, `${month}-31`);
    const total = spent.reduce((sum, { mensajes }) => sum + mensajes, 0);
    counted = { month, at: clock.monotonic(), total };
    return total;
  };
  return {
    async isSpent() {
      const limit = tope();
      if (limit === undefined) return false;
      const month = localDate(clock.now()).slice(0, 7);
      const isFresh = counted?.month === month && clock.monotonic() - counted.at < RECOUNT_MS;
      return (isFresh && counted ? counted.total : await recount(month)) >= limit;
    },
    count() {
      if (counted) counted.total += 1;
    },
  };
}
