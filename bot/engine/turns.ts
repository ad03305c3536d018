import type { Conversation } from './conversaciones';
import { createDelivery } from './deliver-replies';
import { proveReplies } from './prove-replies';
import { runTurn } from './run-turn';
import type { TurnDeps } from './turn-deps';
import { createTurnQueue, type TurnQueue } from './turn-queue';
import { createTurnstile } from './turnstile';

/** The turns of all conversations, each with what is to be sent after it. */
export interface Turns extends TurnQueue {
  /** Plays and sends what was left half done; looks at what must arrive and nobody knows that it did. Gives how many waited. */
  readonly recover: () => Promise<number>;
}

const PAGE = 500;
/** Turns that are read or played at once; more would only wait for the store together. */
const MOST_AT_ONCE = 128;
/**
 * Messages being received at once that are a rush, and how many turns go on meanwhile. With fewer, answering goes on: of
 * some hundreds a second, a dozen are always on their way in.
 */
const RUSH = 32;
const MOST_IN_RUSH = 2;

export function createTurns(deps: TurnDeps): Turns {
  const { conversaciones, channels, wait, logger } = deps;
  const queue = createTurnQueue({ run: (id) => run(id), wait, logger });
  const delivery = createDelivery(deps, queue.schedule);
  const isRush = (): boolean =>
    Object.values(channels ?? {}).some(({ receiving }) => (receiving?.() ?? 0) >= RUSH);
  // People are told that theirs arrived before anybody is answered.
  const turnstile = createTurnstile(() => (isRush() ? MOST_IN_RUSH : MOST_AT_ONCE));
  const asked = new Set<string>();
  const run = async (id: string): Promise<boolean> => {
    const { after, more, settled } = await runTurn(deps, id, delivery.upToDate, turnstile);
    const isAsked = asked.delete(id) || delivery.owes(id);
    const current = after ?? (isAsked ? await conversaciones.load(id) : undefined);
    await Promise.all([current && say(current, after !== undefined), settled]);
    return more;
  };
  const say = async (current: Conversation, wrote: boolean): Promise<void> => {
    await delivery.send(delivery.upToDate(current));
    await proveReplies(deps, delivery.upToDate(current), wrote);
  };
  const owe = (id: string): void => {
    delivery.owe(id);
    queue.schedule(id);
  };
  const look = (id: string): void => {
    asked.add(id);
    queue.schedule(id);
  };
  return {
    ...queue,
    stop() {
      queue.stop();
      turnstile.close();
    },
    recover: () => recover(deps, { owe, look, play: queue.schedule }),
  };
}

/** What is to be done with a conversation that was left half done. */
interface HalfDone {
  readonly owe: (id: string) => void;
  readonly look: (id: string) => void;
  readonly play: (id: string) => void;
}

async function recover(
  { channels, conversaciones, inbox, clock }: TurnDeps,
  { owe, look, play }: HalfDone,
): Promise<number> {
  if (channels) {
    await eachPage((limit, after) => conversaciones.unsent(limit, after), owe);
    (await conversaciones.toLookAt(clock.now(), PAGE)).forEach(look);
  }
  return eachPage((limit, after) => inbox.unfinished(limit, after), play);
}

/** Does something with each id of a list that comes by pages; gives how many there were. */
async function eachPage(
  page: (limit: number, after?: string) => Promise<readonly string[]>,
  act: (id: string) => void,
): Promise<number> {
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const ids = await page(PAGE, after);
    for (const id of ids) act(id);
    count += ids.length;
    after = ids.at(-1);
    if (after === undefined) return count;
  }
}
