import { join } from 'node:path';
import type { Clock } from '../../kernel/clock';
import type { Logger } from '../../kernel/logger';
import { createAnswer } from './commands/dispatch';
import { ownOrAttach, type Ownership } from './ownership/own-or-attach';
import { FORMAT, formatOf, release } from './ownership/owner-record';
import { dropUnfinished } from './storage/build-index';
import { Engine } from './storage/engine';
import { collectGarbage } from './storage/garbage';
import { sweepExpired } from './storage/ttl';
import { listen } from './wire/listen';

export interface EmbeddedOptions {
  /** Folder of the database; made when missing. */
  readonly folder: string;
  readonly logger: Logger;
  readonly clock: Clock;
  /** How often expired documents are removed, in milliseconds. */
  readonly sweepEveryMs?: number;
  /** Refuse searches that no index narrows. */
  readonly refuseScans?: boolean;
  /** In a thread of its own: lets the process end between two transactions (`exit-gate.ts`). */
  readonly gate?: SharedArrayBuffer;
}

/** How opening ended. `close` of an owner waits for its writes and gives the folder up. */
export type Opened =
  | { readonly kind: 'owner'; readonly socket: string; readonly close: () => Promise<void> }
  | { readonly kind: 'other'; readonly socket: string; readonly pid: number }
  | { readonly kind: 'stuck'; readonly pid: number }
  | { readonly kind: 'newer-format'; readonly format: number };

const SWEEP_MS = 60_000;

function serve(
  engine: Engine,
  { owner, listener }: Ownership & { kind: 'mine' },
  options: EmbeddedOptions,
): Opened {
  const { logger, clock, sweepEveryMs = SWEEP_MS } = options;
  engine.env.onDamage = (where) => logger.error('store.damaged', where);
  engine.env.onGivenUp = (reason) => logger.warn('store.commit-given-up', { reason });
  const report = (cause: unknown): void => logger.error('store.upkeep-failed', {}, cause);
  engine.catalog.load();
  dropUnfinished(engine);
  let upkeep: Promise<unknown> = collectGarbage(engine.env).catch(report);
  const timer = setInterval(() => {
    engine.snapshots.endIdle();
    upkeep = upkeep.then(() => sweepExpired(engine, clock)).catch(report);
  }, sweepEveryMs);
  timer.unref();
  return {
    kind: 'owner',
    socket: listener.path,
    async close() {
      clearInterval(timer);
      await listener.close();
      await upkeep;
      await engine.env.drained();
      try {
        release(engine.env, owner);
      } catch (cause) {
        // On a full disk the record stays; whoever opens next sees that its process is gone.
        logger.error('store.owner-stays', {}, cause);
      }
      await engine.close();
    },
  };
}

/** Opens the folder and serves it, unless another process does. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Opened> {
  const { folder, logger, clock, gate } = options;
  const engine = new Engine(folder, { clock, gate });
  engine.env.refuseScans = options.refuseScans === true;
  const format = formatOf(engine.env) ?? FORMAT;
  if (format > FORMAT) {
    await engine.close();
    return { kind: 'newer-format', format };
  }
  const answer = createAnswer(engine, { logger, clock });
  const gone = (client: object): void => engine.snapshots.endOfClient(client);
  const ownership = await ownOrAttach(engine.env, () => listen(join(folder, 'sockets'), answer, gone));
  if (ownership.kind === 'mine') return serve(engine, ownership, options);
  await engine.close();
  const { pid, socket } = ownership.owner;
  return ownership.kind === 'other' ? { kind: 'other', socket, pid } : { kind: 'stuck', pid };
}
