import type { Clock } from '../../../api/base/kernel/clock';
import type { Failure } from '../../../api/base/kernel/failures';
import { newId } from '../../../api/base/kernel/ids';
import { ok, type Result } from '../../../api/base/kernel/result';
import type { Chat, Interlocutor, Reply } from '../channel';

/** Sends a line and gives what it was answered, once its turn is over. */
export type SayLine = (texto: string) => Promise<Result<readonly Reply[], Failure>>;

/** A new conversation at the terminal, one turn a line. */
export function createTerminalTurns(chat: Chat, clock: Clock): SayLine {
  const who: Interlocutor = { canal: 'TERMINAL', conversacion: newId() };
  let lines = 0;
  let seen = 0;
  return async (texto) => {
    lines += 1;
    const externalId = `${who.conversacion}:${lines}`;
    const accepted = await chat.accept({ ...who, externalId, texto, anexos: [], enviadoEn: clock.now() });
    if (!accepted.ok) return accepted;
    await chat.settled(who);
    const replies = await chat.repliesAfter(who, seen);
    seen = replies.at(-1)?.seq ?? seen;
    await chat.delivered(who, seen);
    return ok(replies);
  };
}
