import { parentPort } from 'node:worker_threads';
import { examine } from './examine';
import type { Answer, Question } from './thread-messages';

// The entry of the thread: one question at a time, one answer each.
parentPort?.on('message', ({ bytes, nombre }: Question) => {
  void examine(bytes, nombre).then(
    (examined) => parentPort?.postMessage({ examined } satisfies Answer),
    (cause: unknown) => parentPort?.postMessage({ fault: faultOf(cause) } satisfies Answer),
  );
});

/** Where it failed; never what the file said. */
const faultOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? cause.name).replace(cause.message, '') : 'unknown';
