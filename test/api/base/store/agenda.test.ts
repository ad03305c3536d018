import { MongoBackend } from '@agendajs/mongo-backend';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agenda } from 'agenda';
import { openTestStore, type TestStore } from '../../../fakes/open-test-store';

describe('agenda on the embedded store', () => {
  let store: TestStore;
  let agenda: Agenda;

  beforeAll(async () => {
    store = await openTestStore();
    agenda = new Agenda({
      backend: new MongoBackend({ mongo: store.client.db('agenda') }),
      processEvery: 20,
      defaultLockLifetime: 500,
    });
    await agenda.ready;
  });
  afterAll(async () => {
    await agenda.drain();
    await store.close();
  });

  const jobs = () => store.client.db('agenda').collection('agendaJobs');
  /** A job that tells when it has run. */
  const defined = (name: string, work: () => void = () => {}) =>
    new Promise<void>((resolve) => {
      agenda.define(name, () => {
        resolve();
        work();
      });
    });

  it('runs now, runs later, and runs again and again', async () => {
    const now = defined('now');
    const later = defined('later');
    let runs = 0;
    const thrice = new Promise<void>((resolve) => {
      agenda.define('every', () => {
        runs += 1;
        if (runs === 3) resolve();
      });
    });
    await agenda.now('now', { dato: 1 });
    await agenda.schedule(new Date(Date.now() + 50), 'later', {});
    await agenda.every('0.03 seconds', 'every');
    await agenda.start();
    await Promise.all([now, later, thrice]);
    expect(runs).toBeGreaterThanOrEqual(3);
    await agenda.cancel({ name: 'every' });
  });

  it('keeps one job for every() however often it is asked for', async () => {
    await agenda.every('1 hour', 'hourly', {}, { skipImmediate: true });
    await agenda.every('2 hours', 'hourly', {}, { skipImmediate: true });
    expect(await jobs().countDocuments({ name: 'hourly' })).toBe(1);
  });

  it('keeps one job for a unique key', async () => {
    const save = () =>
      agenda
        .create('unica', { clave: 7 })
        .unique({ 'data.clave': 7 })
        .schedule(new Date(Date.now() + 3_600_000))
        .save();
    await save();
    await save();
    expect(await jobs().countDocuments({ name: 'unica' })).toBe(1);
  });

  it('stores a failure with its reason', async () => {
    const failed = new Promise<Error>((resolve) => agenda.once('fail:falla', resolve));
    void defined('falla', () => {
      throw new Error('sin red');
    });
    const stored = new Promise((resolve) => agenda.once('complete:falla', resolve));
    await agenda.now('falla', {});
    expect((await failed).message).toBe('sin red');
    await stored;
    expect(await jobs().findOne({ name: 'falla' })).toMatchObject({ failCount: 1, failReason: 'sin red' });
  });

  it('cancels by name and counts what is left', async () => {
    expect(await agenda.cancel({ name: 'hourly' })).toBe(1);
    const left = await agenda.queryJobs({ name: 'hourly' });
    expect(left.total).toBe(0);
  });
});
