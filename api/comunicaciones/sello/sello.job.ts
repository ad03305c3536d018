import type { Scheduler } from '../../base/jobs/scheduler';

/**
 * Seals soon after the day ends and looks again every hour: for a day that was missed, a seal half applied, a notice
 * that did not go.
 */
export function scheduleDailySeal(scheduler: Pick<Scheduler, 'every'>, dailySeal: () => Promise<void>): void {
  scheduler.every('sello-diario', { cron: '10 * * * *' }, dailySeal);
}
