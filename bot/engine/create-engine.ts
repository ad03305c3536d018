import { cleanText } from '../../api/base/kernel/plain-text';
import { ok } from '../../api/base/kernel/result';
import type { Chat, HistoryLine, InboundMessage, Interlocutor, Reply } from '../channels/channel';
import { conversationId } from '../inbox/conversation-id';
import type { KeptReply } from './conversaciones';
import { readOnce, sweepForgotten } from './forget-replies';
import { boundText } from '../../api/base/kernel/long-text';
import type { TurnDeps } from './turn-deps';
import { changeConversation, onlyBaja } from './change-conversation';
import { createRecentMessages, type RecentMessages } from './recent-messages';
import { createTurns } from './turns';
import { welcome } from './welcome';

/** The conversation as the program runs it. */
export interface Engine extends Chat {
  /** Plays what was accepted and never played: at start, and now and then for what another copy left. */
  recoverTurns(): Promise<number>;
  /** Erases what is due to be forgotten, and by age: bodies at 30 days, conversations at 180. To be run every hour. */
  sweep(): Promise<void>;
  /** When no turn is being played in this process. */
  idle(): Promise<void>;
  /** No turn is begun any more, so that `idle` comes soon; what waits is stored, and is played at the next start. */
  stop(): void;
}

const DAY_MS = 86_400_000;
/** Bodies of messages serve the history of a web session, which lasts as long. */
const BODIES_DAYS = 30;
/** Providers repeat a webhook for days at most. */
const DOCUMENTS_DAYS = 60;
/** A conversation that nobody wrote to for this long is deleted whole, with the draft that it may hold. */
const CONVERSATION_DAYS = 180;
const HISTORY = 50;
const PAGE = 500;

/** The engine that answers every channel. */
export function createEngine(deps: TurnDeps): Engine {
  const { conversaciones, wake } = deps;
  const idOf = (who: Interlocutor) => conversationId(deps.sealing, who);
  const turns = createTurns(deps);
  const recent = createRecentMessages(deps.sealing);
  return {
    accept: (message) => accept(deps, recent, message, () => turns.schedule(idOf(message))),
    async repliesAfter(who, seq) {
      const found = await conversaciones.load(idOf(who));
      return (found?.replies ?? []).filter((reply) => reply.seq > seq).map(replyOf);
    },
    welcome: (who) => welcome(deps, who),
    history: (who) => historyOf(deps, idOf(who)),
    delivered: (who, seq) => readOnce(deps, idOf(who), seq),
    listen: (who, listener) => wake.listen(idOf(who), listener),
    settled: (who) => turns.settled(idOf(who)),
    idle: turns.idle,
    stop: turns.stop,
    recoverTurns: turns.recover,
    sweep: () => sweep(deps),
  };
}

async function sweep(deps: TurnDeps): Promise<void> {
  const { inbox, conversaciones, clock } = deps;
  await sweepForgotten(deps);
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * DAY_MS);
  await inbox.purge({ bodies: daysAgo(BODIES_DAYS), documents: daysAgo(DOCUMENTS_DAYS) });
  await conversaciones.deleteIdle(daysAgo(CONVERSATION_DAYS));
  const now = clock.now();
  for (const id of await conversaciones.idleInBaja(daysAgo(CONVERSATION_DAYS), PAGE))
    await changeConversation(deps, id, (before) => onlyBaja(before, now));
}

async function accept(
  { inbox, storeLongText }: TurnDeps,
  recent: RecentMessages,
  message: InboundMessage,
  schedule: () => void,
): ReturnType<Engine['accept']> {
  if (recent.has(message)) return ok({ nuevo: false });
  const bounded = await boundText(cleaned(message), storeLongText);
  if (!bounded.ok) return bounded;
  const accepted = await inbox.accept(bounded.value);
  if (!accepted.ok) return accepted;
  recent.add(message);
  // A repetition may be of a message whose turn a crash cut short.
  schedule();
  return accepted;
}

const cleaned = (message: InboundMessage): InboundMessage => ({
  ...message,
  texto: cleanText(message.texto),
});

const replyOf = ({ once: _once, ...reply }: KeptReply): Reply => reply;

async function historyOf({ inbox, conversaciones }: TurnDeps, id: string): Promise<readonly HistoryLine[]> {
  const [past, conversation] = await Promise.all([inbox.past(id, HISTORY), conversaciones.load(id)]);
  const said = past.map(({ externalId, texto, archivos, recibidoEn }): HistoryLine => ({
    de: 'ciudadano',
    id: externalId,
    texto,
    archivos,
    en: recibidoEn,
  }));
  const replies = (conversation?.replies ?? []).map((reply): HistoryLine => ({
    de: 'asistente',
    ...replyOf(reply),
  }));
  return [...said, ...replies].toSorted((a, b) => a.en.getTime() - b.en.getTime());
}
