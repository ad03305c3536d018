import { nextLook, verdictOf, type Verdict } from './unproved';
import { changeConversation, withoutRead } from './change-conversation';
import type { Conversation, KeptReply } from './conversaciones';
import type { TurnDeps } from './turn-deps';

type Deps = Pick<TurnDeps, 'channels' | 'conversaciones' | 'inbox' | 'content' | 'clock'>;

/**
 * Looks at what became of the replies that must arrive: who files must know their number. One that did not is said again,
 * once; saying that it may be a repetition, when nobody can know.
 * @param wrote the person has just written.
 */
export async function proveReplies(deps: Deps, conversation: Conversation, wrote: boolean): Promise<void> {
  const { replies, unproved = [], lookAt } = conversation;
  if (unproved.length === 0) return;
  const now = deps.clock.now();
  // Of a turn just played and sent, too, so that nothing anonymous waits.
  if (!wrote && !(lookAt && lookAt <= now)) return;
  const left = new Map<number, Verdict>();
  for (const seq of unproved) {
    const reply = replies.find((one) => one.seq === seq);
    const verdict = reply ? await prove(deps, conversation, reply, wrote) : 'PROVED';
    if (verdict !== 'PROVED') left.set(seq, verdict);
  }
  await keep(deps, conversation, left, now);
}

async function prove(
  { channels, content, clock }: Deps,
  { who, delivered, updatedAt }: Conversation,
  reply: KeptReply,
  wrote: boolean,
): Promise<Verdict> {
  const channel = channels?.[who.canal];
  // What was not sent yet is sent as ever.
  if (!channel?.fate || reply.seq > delivered) return 'WAIT';
  // What this very turn said is no answer to it.
  const wroteSince = wrote && reply.en < updatedAt;
  const age = clock.now().getTime() - reply.en.getTime();
  const verdict = verdictOf(await channel.fate(who, reply), {
    age,
    wrote: wroteSince,
    once: reply.once === true,
    file: reply.archivo !== undefined,
  });
  if (verdict !== 'AGAIN' && verdict !== 'PERHAPS_AGAIN') return verdict;
  const perhaps = verdict === 'PERHAPS_AGAIN' ? `${content().texts('motor.acuse_repetido')}\n\n` : '';
  const sent = await channel.deliver(who, { ...reply, texto: `${perhaps}${reply.texto}` }, 'AGAIN');
  return sent.ok ? 'PROVED' : 'WAIT';
}

async function keep(
  deps: Deps,
  looked: Conversation,
  left: ReadonlyMap<number, Verdict>,
  now: Date,
): Promise<void> {
  const isSame = left.size === looked.unproved?.length;
  if (isSame && looked.lookAt && looked.lookAt > now) return;
  await changeConversation(deps, looked.id, (before) => {
    const unproved = (before.unproved ?? []).filter((seq) => left.has(seq) || seq > looked.lastSeq);
    const waiting = before.replies.filter(
      ({ seq }) => unproved.includes(seq) && left.get(seq) !== 'WHEN_THEY_WRITE',
    );
    const lookAt = nextLook(waiting, now);
    return { ...withoutRead({ ...before, unproved }), lookAt, version: before.version + 1 };
  });
}
