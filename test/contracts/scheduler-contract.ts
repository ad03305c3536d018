import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LogFields, Logger } from '../../api/base/kernel/logger';
import type { Scheduler, Timing } from '../../api/base/jobs/scheduler';
import { gate } from '../fakes/gate';

/** A scheduler under test; `elapse` lets the time of every sweep come. */
export interface SchedulerUnderTest {
  readonly scheduler: Scheduler;
  readonly elapse: () => Promise<void>;
}

interface Logged {
  readonly event: string;
  readonly fields?: LogFields;
  readonly cause?: unknown;
}

const EVERY = { everyMs: 20 };
const NEVER = { cron: '0 0 29 2 *' };

/** What every scheduler must do; `create` gives one that has not started. */
export function schedulerContract(
  name: string,
  create: (logger: Logger) => Promise<SchedulerUnderTest>,
): void {
  describe(`a scheduler (${name})`, () => {
    const errors: Logged[] = [];
    let scheduler: Scheduler;
    let elapse: () => Promise<void>;

    beforeEach(async () => {
      errors.length = 0;
      const error: Logger['error'] = (event, fields, cause) => errors.push({ event, fields, cause });
      ({ scheduler, elapse } = await create({ info: () => {}, warn: () => {}, error }));
    });
    afterEach(() => scheduler.stop());

    /** Registers a sweep and gives a wait for its n-th run. */
    function counted(sweep: string, timing: Timing = EVERY) {
      const runs = gate();
      scheduler.every(sweep, timing, async () => {
        runs.pass();
      });
      return runs;
    }

    it('runs each sweep soon after the start, whatever its timing', async () => {
      const often = counted('often');
      const seldom = counted('seldom', NEVER);
      await scheduler.start();
      await Promise.all([often.reached(1), seldom.reached(1)]);
    });

    it('runs a sweep again each time its time comes', async () => {
      const runs = counted('often');
      await scheduler.start();
      await runs.reached(1);
      await elapse();
      await runs.reached(2);
      await elapse();
      await runs.reached(3);
    });

    it('runs a sweep at once when asked, started or not', async () => {
      const runs = counted('seldom', NEVER);
      await scheduler.runNow('seldom');
      expect(runs.passed()).toBe(1);
    });

    it('never overlaps two runs of one sweep; those who ask during a run share the next', async () => {
      const entered = gate();
      const leave = gate();
      let inside = 0;
      let most = 0;
      scheduler.every('slow', NEVER, async () => {
        most = Math.max(most, ++inside);
        const round = entered.pass();
        await leave.reached(round);
        inside -= 1;
      });
      await scheduler.start();
      await entered.reached(1);
      const timely = elapse();
      const asked = [scheduler.runNow('slow'), scheduler.runNow('slow'), scheduler.runNow('slow')];
      leave.pass();
      await timely;
      await entered.reached(2);
      leave.pass();
      await Promise.all(asked);
      expect({ most, runs: scheduler.counts().get('slow')?.runs }).toEqual({ most: 1, runs: 2 });
    });

    it('catches, counts and logs a throw by the name of the sweep, and runs it again', async () => {
      const cause = new Error('duplicate key: juana@example.org');
      let fails = true;
      scheduler.every('shaky', NEVER, async () => {
        if (fails) throw cause;
      });
      await scheduler.runNow('shaky');
      fails = false;
      await scheduler.runNow('shaky');
      expect(scheduler.counts().get('shaky')).toEqual({ runs: 2, failures: 1 });
      expect(errors).toEqual([{ event: 'sweep.failed', fields: { sweep: 'shaky', failures: 1 }, cause }]);
    });

    it('goes on with the other sweeps when one throws', async () => {
      scheduler.every('shaky', EVERY, () => Promise.reject(new Error('down')));
      const runs = counted('sound');
      await scheduler.start();
      await runs.reached(1);
    });

    it('stops only when what runs has ended, and lets nothing begin after', async () => {
      const entered = gate();
      const leave = gate();
      let ended = false;
      scheduler.every('slow', EVERY, async () => {
        entered.pass();
        await leave.reached(1);
        ended = true;
      });
      await scheduler.start();
      await entered.reached(1);
      const stopped = scheduler.stop().then(() => ended);
      leave.pass();
      expect(await stopped).toBe(true);
      await scheduler.runNow('slow');
      expect(entered.passed()).toBe(1);
    });

    it('refuses two sweeps of one name, and a name it does not know', async () => {
      counted('often');
      expect(() => counted('often')).toThrow('two sweeps are named often');
      await expect(scheduler.runNow('unknown')).rejects.toThrow('no sweep is named unknown');
    });
  });
}
