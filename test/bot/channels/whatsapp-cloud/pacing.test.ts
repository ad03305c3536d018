import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPacing } from '../../../../bot/channels/whatsapp-cloud/pacing';
import { manualClock } from '../../../fakes/manual-clock';

describe('the pace of WhatsApp', () => {
  it('lets 45 messages go at once to one person, and then one each six seconds', () => {
    const clock = manualClock();
    const pacing = createPacing(clock, 1_000);
    const waits = Array.from({ length: 46 }, () => pacing.take('ana'));
    expect(waits.slice(0, 45)).toEqual(Array.from({ length: 45 }, () => 0));
    expect(waits[45]).toBe(6_000);
    expect(pacing.take('luz')).toBe(0);
    clock.advance(6_000);
    expect([pacing.take('ana'), pacing.take('ana')]).toEqual([0, 6_000]);
  });

  it('never lets the number say more in a second than it may, after the first second', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 400 }), (pauses) => {
        const clock = manualClock();
        const pacing = createPacing(clock, 20);
        const at: number[] = [];
        pauses.forEach((pause, i) => {
          clock.advance(pause);
          if (pacing.take(`p${i}`) === 0) at.push(clock.monotonic());
        });
        for (const instant of at) {
          expect(at.filter((one) => one >= instant && one < instant + 1_000).length).toBeLessThanOrEqual(41);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('holds one person, or everybody, for as long as asked', () => {
    const clock = manualClock();
    const pacing = createPacing(clock, 80);
    pacing.holdPersona('ana', 4_000);
    expect([pacing.take('ana'), pacing.take('luz')]).toEqual([4_000, 0]);
    pacing.holdAll(2_000);
    expect(pacing.take('luz')).toBe(2_000);
    clock.advance(4_000);
    expect([pacing.take('ana'), pacing.take('luz')]).toEqual([0, 0]);
  });
});
