import { dayOf } from '../../api/base/kernel/coarse-time';
import type { Input } from '../dialogs/dialog';
import type { Waiting } from '../inbox/inbox';
import { afterTurn } from './after-turn';
import type { ChatState } from './chat-state';
import { fetchFiles } from './fetch-files';
import { fitConversation } from './conversation-blob';
import type { Conversation } from './conversaciones';
import { attachText } from '../../api/base/kernel/long-text';
import { newConversation } from './new-conversation';
import { playSafely } from './play-safely';
import type { Outcome } from './script';
import { MAX_BATCH, inputOf, standsAlone, takeBatch } from './take-batch';
import type { TurnDeps } from './turn-deps';
import type { Turnstile } from './turnstile';

export interface TurnEnd {
  /** The conversation as the turn left it; absent when nothing waited. */
  readonly after?: Conversation;
  /** Something was left waiting for the next turn. */
  readonly more: boolean;
  /** What follows a stored turn; if it is cut short, the next turn or a sweep does it. */
  readonly settled?: Promise<void>;
}

/** Losing the guard this many times in a row means something other than a race. */
const MAX_RACES = 20;

/**
 * Plays the next turn of a conversation, if anything waits, and stores it with one write. When another copy of the
 * program wrote first, all is read and played again: what a use case already did is found by its key. Once the turnstile
 * is closed nothing is played, and what waits stays in the inbox.
 */
export async function runTurn(
  deps: TurnDeps,
  id: string,
  upToDate: (stored: Conversation) => Conversation,
  turnstile: Turnstile,
): Promise<TurnEnd> {
  for (let races = 0; races < MAX_RACES; races++) {
    // Asked at once, in whichever order they are read: what was consumed meanwhile is told by one or by the other.
    const read = await turnstile.pass(() =>
      Promise.all([deps.conversaciones.load(id), deps.inbox.waiting(id, MAX_BATCH)]),
    );
    if (!read) return { more: false };
    const [stored, found] = read;
    const waiting = await takeWaiting(deps, id, stored, found);
    const first = waiting[0];
    if (!first) return { more: false };
    deps.wake.emit(id, 'TURN');
    const before = stored ? upToDate(stored) : newConversation(id, first.message, deps.clock.now());
    const { batch, more } = await batchOf(deps, before, waiting);
    if (races === 0) attend(deps, batch);
    const fetched = await fetchFiles(deps, batch);
    const after = await turnstile.pass(() => playAndSave(deps, before, fetched));
    if (!after) continue;
    deps.wake.emit(id, 'REPLIES');
    return { after, more, settled: settle(deps, after, batch) };
  }
  throw new Error('a turn lost every race');
}

/** The last one tells of those before it. */
function attend({ channels }: TurnDeps, batch: readonly Waiting[]): void {
  const message = batch.at(-1)?.message;
  if (message) channels?.[message.canal]?.attend?.(message);
}

/** What waits and was not consumed by a turn already stored. */
async function takeWaiting(
  { inbox, channels }: TurnDeps,
  id: string,
  stored: Conversation | undefined,
  waiting: readonly Waiting[],
): Promise<readonly Waiting[]> {
  const consumed = new Set(stored?.consumed);
  // Before anything else is stored: the list of what was consumed only remembers the last ones.
  await inbox.consumed(waiting.map((one) => one.id).filter((one) => consumed.has(one)));
  if (stored?.forgetAt) await inbox.forget(id);
  const fresh = inOrder(
    channels,
    waiting.filter((one) => !consumed.has(one.id)),
  );
  const mayBeMore = fresh.length === 0 && waiting.length === MAX_BATCH;
  return mayBeMore ? inbox.waiting(id, MAX_BATCH) : fresh;
}

/** A provider may bring the second message before the first: of those, the order is the one in which they were sent. */
const inOrder = (channels: TurnDeps['channels'], waiting: readonly Waiting[]): readonly Waiting[] =>
  waiting[0] && channels?.[waiting[0].message.canal]
    ? waiting.toSorted((a, b) => a.message.enviadoEn.getTime() - b.message.enviadoEn.getTime())
    : waiting;

/** At a free-text step people write in pieces: the turn waits a little for the rest. */
async function batchOf(
  deps: TurnDeps,
  { id, state, consumed }: Conversation,
  waiting: readonly Waiting[],
): Promise<Batch> {
  const { active, pending } = state;
  const { texts } = deps.content();
  const step = active && deps.script.dialogs.get(active.dialog)?.steps[active.step];
  const isFreeText = step?.freeText === true && !pending;
  const first = waiting[0];
  if (!isFreeText || !first || standsAlone(first, state, texts) || deps.esperaMs === 0) {
    return split(waiting, takeBatch(waiting, isFreeText, state, texts));
  }
  await deps.wait(deps.esperaMs);
  const all = await deps.inbox.waiting(id, MAX_BATCH);
  const fresh = all.filter((one) => !consumed.includes(one.id));
  const found = fresh.length > 0 ? inOrder(deps.channels, fresh) : waiting;
  return split(found, takeBatch(found, true, state, texts));
}

interface Batch {
  readonly batch: readonly Waiting[];
  readonly more: boolean;
}

const split = (waiting: readonly Waiting[], batch: readonly Waiting[]): Batch => ({
  batch,
  more: waiting.length > batch.length || waiting.length === MAX_BATCH,
});

/** Undefined when another write came first. */
async function playAndSave(
  deps: TurnDeps,
  before: Conversation,
  batch: readonly Waiting[],
): Promise<Conversation | undefined> {
  const after = await play(deps, before, batch);
  return (await deps.conversaciones.save(after)) ? after : undefined;
}

async function play(deps: TurnDeps, before: Conversation, batch: readonly Waiting[]): Promise<Conversation> {
  const ids = batch.map(({ id }) => id);
  const pushes = deps.channels?.[before.who.canal] !== undefined;
  const playWith = async (input: Input): Promise<Conversation> => {
    const outcome = await playSafely(deps, before, input);
    return afterTurn(before, withWroteAt(outcome, before, batch), ids, deps.clock.now(), pushes);
  };
  const input = inputOf(batch);
  const after = await playWith(input);
  const fitted = fitConversation(after, before.lastSeq);
  if (fitted) return fitted;
  // Too much for one conversation: the same turn with its text as a file, so that nothing is lost.
  const attached = await attachText(input, deps.storeLongText);
  const smaller = attached.ok ? await playWith(attached.value) : after;
  const smallest = fitConversation(smaller, before.lastSeq);
  if (!smallest) deps.logger.warn('conversation.too-large', { respuestas: smaller.replies.length });
  return smallest ?? smaller;
}

/** A form of ours or a message that was deleted is nothing that the person wrote in the channel. */
function withWroteAt(outcome: Outcome, before: Conversation, batch: readonly Waiting[]): Outcome {
  const written = batch
    .filter(({ message }) => message.suceso === undefined && message.documento === undefined)
    .map(({ message }) => message.enviadoEn.toISOString());
  const wroteAt = [before.state.wroteAt ?? '', ...written].toSorted((a, b) => a.localeCompare(b)).at(-1);
  const state = wroteAt ? { ...outcome.state, wroteAt } : outcome.state;
  return { ...outcome, state: outcome.forget ? withoutInstants(state) : state };
}

/** What was filed anonymously has its instant: here the same one would lead to who wrote it. */
function withoutInstants({ lastAt: _lastAt, wroteAt, ...state }: ChatState): ChatState {
  return wroteAt ? { ...state, wroteAt: dayOf(new Date(wroteAt)).toISOString() } : state;
}

async function settle(
  { inbox }: TurnDeps,
  { id, forgetAt }: Conversation,
  batch: readonly Waiting[],
): Promise<void> {
  await inbox.consumed(batch.map((one) => one.id));
  if (forgetAt) await inbox.forget(id);
}
