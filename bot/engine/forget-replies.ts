import { forgotten } from './after-turn';
import { changeConversation, withoutRead } from './change-conversation';
import type { Conversation } from './conversaciones';
import type { TurnDeps } from './turn-deps';

type Deps = Pick<TurnDeps, 'conversaciones' | 'inbox' | 'clock' | 'script'>;

const PAGE = 200;

/** The person has every reply up to `seq`: those to be read only once are erased. */
export async function readOnce(deps: Deps, id: string, seq: number): Promise<void> {
  const now = deps.clock.now();
  await changeConversation(deps, id, (before) => {
    if (before.delivered >= seq) return undefined;
    const delivered = Math.min(seq, before.lastSeq);
    const toSend = before.toSend && delivered < before.lastSeq;
    return { ...withoutRead({ ...before, delivered }), version: before.version + 1, toSend, updatedAt: now };
  });
}

/** Erases, here and in the inbox, all that was anonymous and is due. To be run every hour. */
export async function sweepForgotten(deps: Deps): Promise<number> {
  const now = deps.clock.now();
  const due = await deps.conversaciones.toForget(now, PAGE);
  for (const id of due) {
    await changeConversation(deps, id, (before) =>
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
