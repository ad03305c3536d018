import type { Scheduler } from '../../base/jobs/scheduler';
import type { Recuento } from './recalcular';

interface Deps {
  readonly recalcular: () => Promise<Recuento>;
  /** Whether this copy of the program has taken the content in force. */
  readonly isUpToDate: () => Promise<boolean>;
}

const EVERY_MS = 15 * 60_000;

/** At each start and every quarter of an hour. A copy that is behind would move dates back, so it leaves them alone. */
export function scheduleRecalcular(
  scheduler: Pick<Scheduler, 'every'>,
  { recalcular, isUpToDate }: Deps,
): void {
  scheduler.every('calendario', { everyMs: EVERY_MS }, async () => {
    if (await isUpToDate()) await recalcular();
  });
}
