import { setImmediate as restOfTurn, setTimeout as after } from 'node:timers/promises';

const GATHER_MS = 50;

/** While one group is done, the next is on its way: neither the store nor who asks waits for the other to be ready. */
const MOST_UNDER_WAY = 2;

/**
 * The next of the instants at which what nobody waits for is stored: all of its kinds at the same ones, so that a moderate
 * load shares commits too.
 */
export const nextInstant = (): Promise<unknown> => after(GATHER_MS - (performance.now() % GATHER_MS));

/**
 * Gathers what is asked in one turn of the loop, or while two earlier groups are under way, and does it in one go: under
 * load many callers share one commit, alone nobody waits. Those whom one group answered ask the next thing together. `act`
 * gives one result for each item, in order; if it throws, all of the group fail.
 * @param gather until when more is gathered.
 */
export function grouped<Item, Value>(
  act: (items: readonly Item[]) => Promise<readonly Value[]>,
  maxSize = 64,
  gather: () => Promise<unknown> = restOfTurn,
): (item: Item) => Promise<Value> {
  interface Ticket {
    readonly item: Item;
    readonly settle: (value: Value) => void;
    readonly fail: (cause: unknown) => void;
  }
  let waiting: Ticket[] = [];
  let underWay = 0;

  const drain = async (): Promise<void> => {
    underWay += 1;
    while (waiting.length > 0) {
      await gather();
      const group = waiting.slice(0, maxSize);
      waiting = waiting.slice(maxSize);
      if (group.length === 0) break;
      try {
        const values = await act(group.map(({ item }) => item));
        group.forEach((ticket, i) => ticket.settle(values[i] as Value));
      } catch (cause) {
        for (const ticket of group) ticket.fail(cause);
      }
    }
    underWay -= 1;
  };

  return (item) =>
    new Promise((settle, fail) => {
      waiting.push({ item, settle, fail });
      if (underWay < MOST_UNDER_WAY) void drain();
    });
}
