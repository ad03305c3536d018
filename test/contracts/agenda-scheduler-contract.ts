import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Connection } from 'mongoose';
import { createAgendaScheduler } from '../../api/base/jobs/agenda-scheduler';
import type { Scheduler } from '../../api/base/jobs/scheduler';
import { silentLogger, type Logger } from '../../api/base/kernel/logger';
import { gate } from '../fakes/gate';
import { schedulerContract } from './scheduler-contract';
import { wholeCollection } from '../fakes/whole-collection';

/** Quick turns: a test waits for what happens, so these only decide how long it takes. */
const QUICK = { processEveryMs: 20, lockMs: 90 };

/** What the scheduler on agenda must do on a store; `opened` gives a connection to it. */
export function agendaSchedulerContract(store: string, opened: () => Connection): void {
  const started: Scheduler[] = [];
  let town = 0;
  const open = (entidad: string, logger: Logger = silentLogger, pace = QUICK): Scheduler => {
    const scheduler = createAgendaScheduler({ db: opened().getClient().db(), entidad, logger, ...pace });
    started.push(scheduler);
    return scheduler;
  };
  beforeEach(() => {
    town += 1;
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((scheduler) => scheduler.stop()));
  });

  schedulerContract(`agenda on ${store}`, async (logger) => ({
    scheduler: open(`town-${town}`, logger),
    elapse: () => Promise.resolve(),
  }));

  describe(`sweeps on agenda (${store})`, () => {
    const collection = () => opened().getClient().db().collection('barridos');
    const records = (entidad = `town-${town}`) =>
      collection().find({ 'data.entidad': entidad }, wholeCollection).toArray();
    const lockedAt = async () => Number((await records())[0]?.['lockedAt'] ?? 0);
    const copy = (entidad = `town-${town}`) => open(entidad);
    const nothing = () => Promise.resolve();

    it('reads a cron expression in the time of Colombia: eight in the morning is 13:00 UTC', async () => {
      const scheduler = copy();
      scheduler.every('morning', { cron: '0 8 * * *' }, nothing);
      await scheduler.start();
      const [record] = await records();
      expect(JSON.stringify(record?.['nextRunAt'])).toMatch(/T13:00:00\.000Z"$/);
    });

    it('refuses to start with a timing that it cannot read', async () => {
      const scheduler = copy();
      scheduler.every('odd', { cron: 'cada mañana' }, nothing);
      await expect(scheduler.start()).rejects.toThrow('the timing of sweep odd cannot be read');
    });

    it('goes on when the lock of a sweep ran out while it waited here for its time', async () => {
      // Reserved up to 400 ms ahead, under locks of 40 ms: as on a machine that was suspended.
      const scheduler = open(`town-${town}`, silentLogger, { processEveryMs: 400, lockMs: 40 });
      const runs = gate();
      scheduler.every('late', { everyMs: 300 }, async () => {
        runs.pass();
      });
      await scheduler.start();
      await runs.reached(4);
    });

    it('refuses a sweep after the start', async () => {
      const scheduler = copy();
      await scheduler.start();
      expect(() => scheduler.every('late', { everyMs: 20 }, nothing)).toThrow('registered after the start');
    });

    it('keeps one record a sweep when two copies start at once, and again when one restarts', async () => {
      for (let round = 0; round < 2; round++) {
        const copies = [copy(), copy()];
        for (const one of copies) {
          one.every('a', { everyMs: 20 }, nothing);
          one.every('b', { cron: '0 8 * * *' }, nothing);
        }
        await Promise.all(copies.map((one) => one.start()));
        await Promise.all(copies.map((one) => one.stop()));
      }
      const names = [`town-${town}/a`, `town-${town}/b`];
      expect((await records()).map(({ name }) => String(name)).toSorted()).toEqual(names);
      await expect(collection().insertOne({ name: names[0] })).rejects.toMatchObject({ code: 11_000 });
    });

    it('keeps the sweeps of two towns apart', async () => {
      const runs = { north: gate(), south: gate() };
      for (const name of ['north', 'south'] as const) {
        const scheduler = copy(`${name}-${town}`);
        scheduler.every('a', { everyMs: 20 }, async () => {
          runs[name].pass();
        });
        await scheduler.start();
      }
      await Promise.all([runs.north.reached(3), runs.south.reached(3)]);
    });

    it('leaves no lock behind when it stops, not even on what it had reserved for later', async () => {
      const scheduler = open(`town-${town}`, silentLogger, { processEveryMs: 600, lockMs: 90 });
      scheduler.every('a', { everyMs: 400 }, nothing);
      await scheduler.start();
      while ((await lockedAt()) === 0);
      await scheduler.stop();
      expect(await lockedAt()).toBe(0);
    });

    it('takes up what a copy that died had locked', async () => {
      const before = copy();
      before.every('a', { everyMs: 20 }, nothing);
      await before.start();
      await before.stop();
      const died = { $set: { lockedAt: new Date(0), lastModifiedBy: 'died' } };
      await collection().updateMany({ 'data.entidad': `town-${town}` }, died, wholeCollection);
      const after = copy();
      const runs = gate();
      after.every('a', { everyMs: 20 }, async () => {
        runs.pass();
      });
      await after.start();
      await runs.reached(3);
    });

    it('renews its lock while a long sweep runs, so that nobody takes it over', async () => {
      const troubles: string[] = [];
      const logger = { ...silentLogger, error: (event: string) => troubles.push(event) };
      // Long enough for a busy machine to renew in time; the sweep lasts longer.
      const scheduler = open(`town-${town}`, logger, { ...QUICK, lockMs: 2_000 });
      const ended = gate();
      let runs = 0;
      scheduler.every('long', { everyMs: 20 }, async () => {
        // The run at the start is no turn among copies: it holds no lock.
        if (++runs !== 2) return;
        for (let renewals = 0, last = await lockedAt(); renewals < 4;) {
          const now = await lockedAt();
          if (now !== last) renewals += 1;
          last = now;
        }
        ended.pass();
      });
      await scheduler.start();
      await ended.reached(1);
      expect(troubles).toEqual([]);
    });
  });
}
