import { connect } from 'node:net';
import { join } from 'node:path';
import { systemClock } from '../kernel/clock';
import { type Failure, failure } from '../kernel/failures';
import type { Logger } from '../kernel/logger';
import { err, ok, type Result } from '../kernel/result';
import { openEmbedded } from './embedded/open-embedded';
import { type Started, startWorker } from './embedded/start-worker';

export interface OpenStoreOptions {
  /** Root of the installation's data; the store is its folder `store`. */
  readonly dataDir: string;
  /** A MongoDB to use instead of the embedded store. */
  readonly mongodbUri?: string;
  /**
   * serve: be the only process that serves the folder. attach-or-own: use the store of the process that does, or serve it
   * when none does. A process that was attached and sees its owner die (`onDeath`) opens again: the first to do so owns.
   */
  readonly mode: 'serve' | 'attach-or-own';
  readonly thread: 'worker' | 'inline';
  readonly logger: Logger;
  /** The embedded store refuses searches that no index narrows: for tests of what runs while citizens wait. */
  readonly refuseScans?: boolean;
  /** The bundled `embedded/worker.ts`; beside this program when absent. */
  readonly workerFile?: string;
  /** How often expired documents are removed, in milliseconds; every minute when absent. */
  readonly sweepEveryMs?: number;
}

/** An open store, by the address that a driver connects to. */
export interface OpenStore {
  readonly uri: string;
  readonly kind: 'mongodb' | 'embedded';
  /** True when this process serves the folder. */
  readonly owner: boolean;
  close(): Promise<void>;
  /** Called once when the store is gone: the thread ended, or the owner this process was attached to did. */
  onDeath(callback: () => void): void;
}

const DATABASE = 'candelaria';

const uriOf = (socket: string): string =>
  `mongodb://${encodeURIComponent(socket)}/${DATABASE}?directConnection=true`;

/** An idle connection to the owner: it closes when the owner goes. */
function attached(socket: string): OpenStore {
  const watch = connect(socket);
  const callbacks: (() => void)[] = [];
  let closing = false;
  let gone = false;
  watch.on('error', () => {});
  watch.on('close', () => {
    gone = true;
    if (!closing) for (const callback of callbacks) callback();
  });
  watch.unref();
  return {
    uri: uriOf(socket),
    kind: 'embedded',
    owner: false,
    async close() {
      closing = true;
      watch.destroy();
    },
    onDeath(callback) {
      if (gone && !closing) callback();
      else callbacks.push(callback);
    },
  };
}

async function start({ dataDir, thread, workerFile, logger, ...rest }: OpenStoreOptions): Promise<Started> {
  const options = {
    folder: join(dataDir, 'store'),
    refuseScans: rest.refuseScans,
    sweepEveryMs: rest.sweepEveryMs,
  };
  if (thread === 'worker') return startWorker(workerFile ?? join(__dirname, 'store-worker.cjs'), options);
  return { ...(await openEmbedded({ ...options, logger, clock: systemClock })), onDeath: () => {} };
}

function external(uri: string): OpenStore {
  return { uri, kind: 'mongodb', owner: false, close: () => Promise.resolve(), onDeath: () => {} };
}

const unavailable = (detail: Failure['detail']): Result<OpenStore, Failure> =>
  err(failure('STORE_UNAVAILABLE', detail));

/**
 * Opens the store. Failures: STORE_UNAVAILABLE with motivo OTRO_PROCESO (and its pid) when another process serves the
 * folder and this one may not share it, FORMATO_POSTERIOR when a newer release wrote it, NO_ABRE when it cannot be opened.
 */
export async function openStore(options: OpenStoreOptions): Promise<Result<OpenStore, Failure>> {
  if (options.mongodbUri) return ok(external(options.mongodbUri));
  let opened: Started;
  try {
    opened = await start(options);
  } catch (cause) {
    options.logger.error('store.open-failed', {}, cause);
    return unavailable({ motivo: 'NO_ABRE' });
  }
  switch (opened.kind) {
    case 'owner':
      return ok({
        uri: uriOf(opened.socket),
        kind: 'embedded',
        owner: true,
        close: opened.close,
        onDeath: opened.onDeath,
      });
    case 'other':
      return options.mode === 'attach-or-own'
        ? ok(attached(opened.socket))
        : unavailable({ motivo: 'OTRO_PROCESO', pid: opened.pid });
    case 'stuck':
      return unavailable({ motivo: 'OTRO_PROCESO', pid: opened.pid });
    case 'newer-format':
      return unavailable({ motivo: 'FORMATO_POSTERIOR', formato: opened.format });
  }
}
