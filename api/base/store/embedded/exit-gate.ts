/*
 * Between the application's thread and the store's. When a process ends, Node stops its threads wherever they are: one that
 * is stopped inside a write transaction keeps LMDB's lock, waits for it while cleaning up, and the process never ends.
 * So the process waits until the store is between two transactions, and the store begins no other.
 */

/** One number says that the process is ending, one that a transaction runs. */
const ENDING = 0;
const BUSY = 1;
/** Never changes: whoever waits for it waits until the thread is stopped. */
const NEVER = 2;

/** How long an ending process waits for a commit; a disk that takes longer does not answer any more. */
const PATIENCE_MS = 10_000;

/** The memory that both threads share. */
export const newGate = (): SharedArrayBuffer => new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);

/** In the store's thread: runs a transaction; once the process is ending it never returns. */
export function throughGate(gate: SharedArrayBuffer | undefined, transaction: () => void): void {
  if (!gate) return transaction();
  const cells = new Int32Array(gate);
  Atomics.store(cells, BUSY, 1);
  if (Atomics.load(cells, ENDING) === 1) {
    leave(cells);
    Atomics.wait(cells, NEVER, 0);
  }
  try {
    transaction();
  } finally {
    leave(cells);
  }
}

function leave(cells: Int32Array): void {
  Atomics.store(cells, BUSY, 0);
  Atomics.notify(cells, BUSY);
}

/** In the application's thread, as it ends: waits for the transaction that runs, and lets no other begin. False: in vain. */
export function closeGate(gate: SharedArrayBuffer, patienceMs = PATIENCE_MS): boolean {
  const cells = new Int32Array(gate);
  Atomics.store(cells, ENDING, 1);
  return Atomics.wait(cells, BUSY, 1, patienceMs) !== 'timed-out';
}
