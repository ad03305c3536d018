import type { Logger } from '../kernel/logger';
import { FULL_DISK } from '../store/full-disk';
import type { Scheduler } from './scheduler';

interface Deps {
  readonly logger: Logger;
  /** Calls now and then; gives how to stop. */
  readonly every: (milliseconds: number, task: () => void) => () => void;
}

const AGAIN_MS = 60_000;

/**
 * Starts the sweeps, now or as soon as the disk has room: to begin they write, and on a full disk people can still ask
 * and read. Any other failure rejects. Gives how to stop trying.
 */
export async function startWithRoom(
  scheduler: Pick<Scheduler, 'start'>,
  { logger, every }: Deps,
): Promise<() => void> {
  if (await starts(scheduler, logger)) return () => {};
  let trying = false;
  const stop = every(AGAIN_MS, () => {
    if (trying) return;
    trying = true;
    starts(scheduler, logger)
      .then((started) => started && stop())
      .catch((cause: unknown) => logger.error('sweeps.not-started', {}, cause))
      .finally(() => (trying = false));
  });
  return stop;
}

/** False when there is no room for it. */
async function starts(scheduler: Pick<Scheduler, 'start'>, logger: Logger): Promise<boolean> {
  try {
    await scheduler.start();
    return true;
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== FULL_DISK) throw cause;
    logger.error('sweeps.no-room', {}, cause);
    return false;
  }
}
