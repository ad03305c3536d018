import { forgotten } from './after-turn';
import type { Conversation } from './conversaciones';
import type { TurnDeps } from './turn-deps';

type Deps = Pick<TurnDeps, 'conversaciones' | 'inbox' | 'clock' | 'script'>;

const MAX_RACES = 20;
const PAGE = 200;

async function update(
  deps: Deps,
  id: string,
  change: (before: Conversation) => Conversation | undefined,
): Promise<void> {
  const { conversaciones } = deps;
  for (let races = 0; races < MAX_RACES; races++) {
    const before = await conversaciones.load(id);
    const after = before && change(before);
    if (!after) return;
    if (before.forgetAt && !after.forgetAt) await forgetMessages(deps, before);
    if (await conversaciones.save(after)) return;
  }
}

/** The turn that consumed them may have been cut before it said so to the inbox, which only forgets what was consumed. */
async function forgetMessages({ inbox }: Deps, { id, consumed }: Conversation): Promise<void> {
  await inbox.consumed(consumed);
  await inbox.forget(id);
}

/** The person has every reply up to `seq`: those to be read only once are erased. */
export async function readOnce(deps: Deps, id: string, seq: number): Promise<void> {
  const now = deps.clock.now();
  await update(deps, id, (before) => {
    if (before.delivered >= seq) return undefined;
    const delivered = Math.min(seq, before.lastSeq);
    const unread = before.replies.filter((reply) => !reply.once || reply.seq > delivered);
    const forgetAt = unread.some(({ once }) => once) ? before.forgetAt : undefined;
    const toSend = before.toSend && delivered < before.lastSeq;
    return {
      ...before,
      version: before.version + 1,
      delivered,
      toSend,
      replies: unread,
      // Ids of messages hold their instant, and these are forgotten.
      consumed: before.forgetAt && !forgetAt ? [] : before.consumed,
      forgetAt,
      updatedAt: now,
    };
  });
}

/** Erases, here and in the inbox, all that was anonymous and is due. To be run every hour. */
export async function sweepForgotten(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const due = await deps.conversaciones.toForget(now, PAGE);
  for (const id of due) {
    await update(deps, id, (before) =>
      before.forgetAt ? forgotten(withoutBrief(before, deps), now) : undefined,
    );
  }
  return due.length;
}

/** Without the run that holds the number and code of an anonymous case: the person comes in by them again. */
function withoutBrief(before: Conversation, { script }: Deps): Conversation {
  const { active, ...rest } = before.state;
  if (!active) return before;
  const dialog = script.dialogs.get(active.dialog);
  const isBrief = dialog?.schema.safeParse(active.data).success && dialog.brief?.(active.data);
  return isBrief ? { ...before, state: { ...rest, shown: [] } } : before;
}
