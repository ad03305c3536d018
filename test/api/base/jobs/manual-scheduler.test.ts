import { schedulerContract } from '../../../contracts/scheduler-contract';
import { manualScheduler } from '../../../fakes/manual-scheduler';

schedulerContract('manual', async (logger) => {
  const scheduler = manualScheduler(logger);
  return { scheduler, elapse: () => scheduler.elapse() };
});
