import { Worker } from 'node:worker_threads';
import { closeGate, newGate } from './exit-gate';
import type { Opened } from './open-embedded';
import type { WorkerMessage, WorkerOptions } from './worker-messages';

/** The store in a thread: as `openEmbedded`, and `onDeath` when the thread ends without being asked to. */
export type Started = Opened & { readonly onDeath: (callback: () => void) => void };

/** Starts the bundled worker; rejects when it cannot open the folder at all. */
export async function startWorker(workerFile: string, options: WorkerOptions): Promise<Started> {
  const gate = newGate();
  const worker = new Worker(workerFile, { workerData: { ...options, gate } });
  const beforeEnd = (): void => {
    // The disk does not answer: an end without cleaning up is better than none, and loses no more.
    if (!closeGate(gate)) process.kill(process.pid, 'SIGKILL');
  };
  process.on('exit', beforeEnd);
  const callbacks: (() => void)[] = [];
  let closing = false;
  let ended = false;
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      ended = true;
      process.off('exit', beforeEnd);
      resolve();
      if (!closing) for (const callback of callbacks) callback();
    });
  });
  const told = await new Promise<WorkerMessage>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  // The error that ends the thread is followed by its exit, which is what counts.
  worker.on('error', () => {});
  const onDeath = (callback: () => void): void => {
    if (ended && !closing) callback();
    else callbacks.push(callback);
  };
  if (told.kind !== 'owner') {
    closing = true;
    await exited;
    return { ...told, onDeath };
  }
  const close = async (): Promise<void> => {
    closing = true;
    if (!ended) worker.postMessage('close');
    await exited;
  };
  return { ...told, close, onDeath };
}
