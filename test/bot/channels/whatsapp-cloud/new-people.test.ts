import { describe, expect, it } from '@jest/globals';
import { createNewPeople } from '../../../../bot/channels/whatsapp-cloud/new-people';
import { manualClock } from '../../../fakes/manual-clock';

const HOUR = 3_600_000;

describe('people who are written to first', () => {
  it('are so many in 24 hours, each counted once', () => {
    const clock = manualClock();
    const people = createNewPeople(clock, () => 2);
    expect([people.take('ana'), people.take('ana'), people.take('luis')]).toEqual([0, 0, 0]);
    clock.advance(HOUR);
    expect(people.take('eva')).toBe(23 * HOUR);
    expect(people.take('ana')).toBe(0);
    clock.advance(23 * HOUR);
    expect(people.take('eva')).toBe(0);
  });

  it('count those of the process before, as it cannot tell who they were, for a day', () => {
    const clock = manualClock();
    const people = createNewPeople(clock, () => 3, 2);
    expect([people.take('ana'), people.take('luis')]).toEqual([0, 24 * HOUR]);
    clock.advance(24 * HOUR);
    expect(people.take('luis')).toBe(0);
  });

  it('are none for a day once WhatsApp took something for spam', () => {
    const clock = manualClock();
    const people = createNewPeople(clock, () => 100);
    people.take('ana');
    people.hold();
    expect(people.take('ana')).toBe(24 * HOUR);
    clock.advance(24 * HOUR);
    expect(people.take('ana')).toBe(0);
  });
});
