import { once } from 'node:events';
import type { Person, Received } from '../people';
import type { World } from '../world';

export interface Expectation {
  /** A part of the text, or a pattern. */
  readonly textMatches?: string | RegExp;
  /** Titles that must be there to tap. */
  readonly buttons?: readonly string[];
  /** Milliseconds of the simulator's clock; 30 seconds by default. */
  readonly within?: number;
}

export interface Expectations {
  /** The next message that matches, after those already expected. Throws, with what did come, when time is up. */
  expect(expectation?: Expectation): Promise<Received>;
  /** Throws when something comes that was not expected. */
  expectSilence(milliseconds: number): Promise<void>;
}

const matches = ({ textMatches, buttons = [] }: Expectation, { text, choices, quickReplies }: Received) => {
  const titles = [...choices, ...quickReplies].map(({ title }) => title);
  const said =
    textMatches === undefined ||
    (typeof textMatches === 'string' ? text.includes(textMatches) : textMatches.test(text));
  return said && buttons.every((title) => titles.includes(title));
};

/** Ends at the next request of the bot, true, or when none comes in that many real milliseconds. */
async function activity({ events }: World, milliseconds: number): Promise<boolean> {
  const limit = AbortSignal.timeout(milliseconds);
  return once(events, 'actividad', { signal: limit }).then(
    () => true,
    () => false,
  );
}

/** Lets the bot work: real time passes, or the virtual clock moves once the bot has nothing left to do. */
async function letPass(world: World, milliseconds: number, arrived: () => boolean): Promise<void> {
  const { clock, options } = world;
  if (clock.kind === 'real') {
    await activity(world, milliseconds);
    return;
  }
  if (options.settled) await options.settled();
  else if (await activity(world, options.quietMs)) return;
  if (arrived()) return;
  await clock.advance(Math.min(clock.untilNext() ?? milliseconds, milliseconds));
}

export function createExpectations(world: World, person: Person): Expectations {
  const { clock } = world;
  let seen = 0;

  const unexpected = () =>
    person.received
      .slice(seen)
      .map(({ text, choices }) => JSON.stringify({ text, choices: choices.map(({ title }) => title) }))
      .join('\n') || '(nothing)';

  async function until(milliseconds: number, done: () => boolean): Promise<void> {
    const deadline = clock.now() + milliseconds;
    while (!done() && clock.now() < deadline) await letPass(world, deadline - clock.now(), done);
  }

  return {
    async expect(expectation = {}) {
      const position = () => person.received.findIndex((one, n) => n >= seen && matches(expectation, one));
      await until(expectation.within ?? 30_000, () => position() !== -1);
      const found = person.received[position()];
      if (!found) {
        const wanted = expectation.textMatches ?? expectation.buttons?.join(', ') ?? 'a message';
        throw new Error(`${String(wanted)} did not come. What came:\n${unexpected()}`);
      }
      seen = position() + 1;
      return found;
    },
    async expectSilence(milliseconds) {
      await until(milliseconds, () => person.received.length > seen);
      if (person.received.length > seen) throw new Error(`Silence was expected. What came:\n${unexpected()}`);
    },
  };
}
