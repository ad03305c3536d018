import { describe, expect, it } from '@jest/globals';
import { scheduleRecalcular } from '../../../../api/pqrsd/recalcular/recalcular.job';
import { manualScheduler } from '../../../fakes/manual-scheduler';

describe('the sweep of the calendar', () => {
  it('counts every quarter of an hour, but not in a copy that is behind the content in force', async () => {
    const scheduler = manualScheduler();
    let [runs, upToDate] = [0, false];
    scheduleRecalcular(scheduler, {
      recalcular: () => Promise.resolve({ revisados: (runs += 1), movidos: 0 }),
      isUpToDate: () => Promise.resolve(upToDate),
    });
    expect(scheduler.timings.get('calendario')).toEqual({ everyMs: 900_000 });
    await scheduler.runNow('calendario');
    expect(runs).toBe(0);
    upToDate = true;
    await scheduler.runNow('calendario');
    expect(runs).toBe(1);
  });
});
