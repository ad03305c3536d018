import type { Chat, Interlocutor, Reply } from '../channel';

/** Where the answers go. */
export interface Follower {
  /** A turn began: an answer is being prepared. */
  turn(): void;
  /** What is new, oldest first, each reply once. */
  replies(replies: readonly Reply[]): void;
  /** The answers could not be read. */
  failed(cause: unknown): void;
}

/** Tells `follower` what is said after the reply `seen`, as it is said; gives how to stop. */
export function followReplies(chat: Chat, who: Interlocutor, seen: number, follower: Follower): () => void {
  const pump = createPump(
    (after) => chat.repliesAfter(who, after),
    (replies) => follower.replies(replies),
    seen,
  );
  const send = (): void => void pump().catch((cause: unknown) => follower.failed(cause));
  const silence = chat.listen(who, (event) => {
    if (event === 'TURN') follower.turn();
    else send();
  });
  send();
  return silence;
}

/** Writes what is new, in order and once; asked again while it is reading, it reads once more. */
function createPump(
  read: (after: number) => Promise<readonly Reply[]>,
  write: (replies: readonly Reply[]) => void,
  seen: number,
): () => Promise<void> {
  let last = seen;
  let busy = false;
  let again = false;
  return async () => {
    again = true;
    if (busy) return;
    busy = true;
    try {
      while (again) {
        again = false;
        const replies = await read(last);
        if (replies.length > 0) write(replies);
        last = replies.at(-1)?.seq ?? last;
      }
    } finally {
      busy = false;
    }
  };
}
