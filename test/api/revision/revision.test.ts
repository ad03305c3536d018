import { describe, expect, it } from '@jest/globals';
import type { Sweep, Timing } from '../../../api/base/jobs/scheduler';
import { scheduleRevision } from '../../../api/revision/revision.job';
import { tocaRevisar, ultimaCita } from '../../../api/revision/revision';
import { manualClock } from '../../fakes/manual-clock';
import { memoryRevisiones, sana } from '../../fakes/memory-revisiones';

describe('the nightly check', () => {
  it.each([
    ['2026-11-25T02:30:00-05:00', '2026-11-25T07:30:00.000Z'],
    ['2026-11-25T02:29:59-05:00', '2026-11-24T07:30:00.000Z'],
    ['2026-11-25T23:59:59-05:00', '2026-11-25T07:30:00.000Z'],
    ['2027-01-01T00:10:00-05:00', '2026-12-31T07:30:00.000Z'],
  ])('at %s belongs to the appointment of %s', (now, cita) => {
    expect(ultimaCita(new Date(now)).toISOString()).toBe(cita);
  });

  it('is due once for each night, also when the machine was off, and at first', () => {
    const now = new Date('2026-11-25T09:00:00-05:00');
    expect(tocaRevisar(undefined, now)).toBe(true);
    expect(tocaRevisar({ en: new Date('2026-11-24T18:00:00-05:00') }, now)).toBe(true);
    expect(tocaRevisar({ en: new Date('2026-11-25T02:30:00-05:00') }, now)).toBe(false);
  });
});

describe('its sweep', () => {
  function scheduled(revisiones = memoryRevisiones()) {
    const clock = manualClock('2026-11-25T02:30:00-05:00');
    const stopping = new AbortController();
    const seen: { timing?: Timing; run?: Sweep; checks: number } = { checks: 0 };
    const scheduler = {
      every: (_name: string, timing: Timing, run: Sweep) => void Object.assign(seen, { timing, run }),
    };
    const revisar = async (signal?: AbortSignal) => {
      signal?.throwIfAborted();
      seen.checks += 1;
      await revisiones.add(sana({ en: clock.now() }));
      return sana();
    };
    scheduleRevision(scheduler, { revisar, revisiones, clock, signal: stopping.signal });
    return { clock, stopping, seen, run: async () => seen.run?.() };
  }

  it('runs at 02:30 and, however often it is called, once a night', async () => {
    const { clock, seen, run } = scheduled();
    expect(seen.timing).toEqual({ cron: '30 2 * * *' });
    for (const hours of [0, 1, 8]) {
      clock.advance(hours * 3_600_000);
      await run();
    }
    expect(seen.checks).toBe(1);
    clock.advance(24 * 3_600_000);
    await run();
    expect(seen.checks).toBe(2);
  });

  it('looks when the last outcome cannot be read', async () => {
    const broken = { ...memoryRevisiones(), last: () => Promise.reject(new Error('damaged')) };
    const { seen, run } = scheduled(broken);
    await run();
    expect(seen.checks).toBe(1);
  });

  it('ends in peace when the program stops', async () => {
    const { stopping, seen, run } = scheduled();
    stopping.abort();
    await run();
    expect(seen.checks).toBe(0);
  });
});
