import { Worker } from 'node:worker_threads';
import type { Logger } from '../../kernel/logger';
import type { Examine, Examined } from './outcome';
import type { Answer, Question } from './thread-messages';

interface Deps {
  /** The bundled entry of the thread. */
  readonly workerFile: string;
  readonly logger: Logger;
  /** How long one file may take, in milliseconds. */
  readonly limitMs?: number;
  /** After this long without files a thread ends and gives its memory back, in milliseconds. */
  readonly idleMs?: number;
}

export interface Examiner {
  readonly examine: Examine;
  /** Ends the threads; what was being examined is refused. */
  close(): Promise<void>;
}

const LIMIT_MS = 30_000;
const IDLE_MS = 60_000;
const MEMORY = { maxOldGenerationSizeMb: 384 } as const;
const SUSPICIOUS: Examined = { ok: false, motivo: 'SOSPECHOSO' };

/**
 * Examines files in threads, which start with the first file: inflating and reading PDFs would stop everybody's
 * conversations. A file that takes too long or too much memory is SOSPECHOSO and ends its thread, not the program.
 */
export function createThreadExaminer(deps: Deps): Examiner {
  const { workerFile, logger, limitMs = LIMIT_MS, idleMs = IDLE_MS } = deps;
  const threads = restingThreads(workerFile, idleMs);
  return {
    async examine(bytes, nombre) {
      const worker = threads.take();
      const answer = await ask(worker, { bytes, nombre }, limitMs);
      if (!answer) {
        await worker.terminate();
        logger.warn('anexos.examination-ended', { bytes: bytes.length });
        return SUSPICIOUS;
      }
      threads.rest(worker);
      if ('examined' in answer) return answer.examined;
      throw new Error(`a file could not be examined: ${answer.fault}`);
    },
    close: () => threads.end(),
  };
}

/** The threads that are alive; those that rest end after a while. */
function restingThreads(workerFile: string, idleMs: number) {
  const idle = new Map<Worker, NodeJS.Timeout>();
  const alive = new Set<Worker>();
  const awake = (worker: Worker): void => {
    clearTimeout(idle.get(worker));
    idle.delete(worker);
  };
  const start = (): Worker => {
    const worker = new Worker(workerFile, { resourceLimits: MEMORY });
    worker.unref();
    alive.add(worker);
    worker.once('exit', () => {
      alive.delete(worker);
      awake(worker);
    });
    // Its end is what counts; without a listener it would be an end of the program.
    worker.on('error', () => {});
    return worker;
  };
  return {
    take(): Worker {
      const [worker = start()] = idle.keys();
      awake(worker);
      return worker;
    },
    rest(worker: Worker): void {
      if (!alive.has(worker)) return;
      const end = (): void => {
        // From now on nobody takes it: it is ending.
        awake(worker);
        void worker.terminate();
      };
      idle.set(worker, setTimeout(end, idleMs).unref());
    },
    async end(): Promise<void> {
      await Promise.all([...alive].map((worker) => worker.terminate()));
    },
  };
}

/** Undefined when the thread ended, or did not answer in time. */
function ask(worker: Worker, question: Question, limitMs: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const settle = (answer?: Answer): void => {
      clearTimeout(timer);
      worker.off('message', settle);
      worker.off('exit', ended);
      worker.off('error', failed);
      resolve(answer);
    };
    const ended = (): void => settle();
    const failed = (cause: unknown): void =>
      settle(isOutOfMemory(cause) ? undefined : { fault: String(cause) });
    const timer = setTimeout(ended, limitMs);
    worker.once('message', settle);
    worker.once('exit', ended);
    worker.once('error', failed);
    worker.postMessage(question);
  });
}

const isOutOfMemory = (cause: unknown): boolean =>
  (cause as { readonly code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';
