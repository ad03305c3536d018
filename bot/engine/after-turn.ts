import { createHash } from 'node:crypto';
import type { Bubble } from './bubble';
import type { Conversation, KeptReply, NoticeTold } from './conversaciones';
import { isUnproved, withUnproved } from './unproved';
import type { Outcome } from './script';

const MAX_CONSUMED = 20;
const MAX_NOTICES = 10;
/** Two hours less than the day promised: it is stored up to the hour after, and the sweep runs every hour at most. */
const FORGET_MS = 22 * 3_600_000;

/**
 * The conversation after a turn: its new state, what was said and the messages consumed. Before it, the messages of what
 * was anonymous were forgotten in the inbox; their ids hold their instant, and go too.
 */
export function afterTurn(
  before: Conversation,
  { state, bubbles, forget }: Outcome,
  batch: readonly string[],
  now: Date,
  /** Its channel does not come to fetch what is said. */
  pushes: boolean,
): Conversation {
  const said = bubbles.map((bubble, i) => replyOf(bubble, before.lastSeq + i + 1, now, forget));
  // What was said before an anonymous filing may quote it; what was to be read once has been read by now; and what was
  // sent by a channel that does not come to fetch it serves no more.
  const serves = ({ seq, once }: KeptReply) => !forget && !once && (!pushes || seq > before.delivered);
  const kept = before.replies.filter((reply) => isUnproved(before, reply) || serves(reply));
  return {
    ...withUnproved(before, pushes ? said : []),
    ...(pushes && { toSend: true }),
    version: before.version + 1,
    state,
    replies: [...kept, ...said],
    lastSeq: before.lastSeq + said.length,
    consumed: [...(before.forgetAt ? [] : before.consumed), ...batch].slice(-MAX_CONSUMED),
    notices: [...before.notices, ...noticesIn(bubbles, before.lastSeq, now)].slice(-MAX_NOTICES),
    forgetAt: forget ? new Date(now.getTime() + FORGET_MS) : undefined,
    updatedAt: now,
  };
}

function replyOf({ aviso: _told, ...said }: Bubble, seq: number, en: Date, once: boolean): KeptReply {
  return { seq, ...said, en, ...(once ? { once } : {}) };
}

const noticesIn = (bubbles: readonly Bubble[], lastSeq: number, now: Date): NoticeTold[] =>
  bubbles.flatMap(({ aviso, texto }, i) =>
    aviso === undefined
      ? []
      : [
          {
            version: aviso,
            textHash: createHash('sha256').update(texto).digest('hex'),
            at: now.toISOString(),
            messageId: String(lastSeq + i + 1),
          },
        ],
  );

/** The conversation without what was anonymous in it. */
export const forgotten = (before: Conversation, now: Date): Conversation => ({
  ...before,
  version: before.version + 1,
  replies: before.replies.filter(({ once }) => !once),
  consumed: [],
  unproved: [],
  lookAt: undefined,
  forgetAt: undefined,
  updatedAt: now,
});
