import { refuse } from '../command-error';

/** A long reading goes on this long, then lets others have their turn. */
const TURN_MS = 5;

/** Settles in the next turn of the loop, after those who wait. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Says when the turn is over; past the deadline (monotonic milliseconds), MongoDB's error. */
export function turn(deadline: number | undefined): () => boolean {
  const end = performance.now() + TURN_MS;
  return () => {
    const now = performance.now();
    if (deadline !== undefined && now > deadline) refuse('MaxTimeMSExpired', 'operation exceeded time limit');
    return now > end;
  };
}
