import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '../../kernel/clock';
import { createLogger } from '../../kernel/logger';
import { openEmbedded } from './open-embedded';
import type { WorkerMessage, WorkerOptions } from './worker-messages';

/* The store in a thread of its own: long searches never stop the application, and both live and die together. */

async function run(): Promise<void> {
  const options = workerData as WorkerOptions;
  const port = parentPort;
  if (!port) throw new Error('this file runs as a worker thread');
  const opened = await openEmbedded({ ...options, logger: createLogger(), clock: systemClock });
  const { kind } = opened;
  if (kind !== 'owner') {
    port.postMessage(opened satisfies WorkerMessage);
    return;
  }
  port.once('message', () => {
    void opened.close().then(() => port.close());
  });
  port.postMessage({ kind, socket: opened.socket } satisfies WorkerMessage);
}

void run().catch((cause: unknown) => {
  // Out of the promise: the thread ends, and its parent is told.
  setImmediate(() => {
    throw cause;
  });
});
