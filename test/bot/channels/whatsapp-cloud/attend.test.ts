import { describe, expect, it } from '@jest/globals';
import { createAttend } from '../../../../bot/channels/whatsapp-cloud/attend';
import type { GraphAnswer } from '../../../../bot/channels/whatsapp-cloud/graph-client';
import { manualClock } from '../../../fakes/manual-clock';

describe('the tick of reading', () => {
  const message = { externalId: 'wamid.1' };

  it('is given to at most twenty at once: an answer is worth more', async () => {
    const ends: (() => void)[] = [];
    const post = () => new Promise<GraphAnswer>((end) => ends.push(() => end({ kind: 'OK', body: {} })));
    const attend = createAttend({ post }, { phoneNumberId: '1' }, manualClock());
    for (let times = 0; times < 30; times++) attend(message);
    expect(ends).toHaveLength(20);
    ends[0]?.();
    await new Promise(setImmediate);
    for (let times = 0; times < 5; times++) attend(message);
    expect(ends).toHaveLength(21);
  });

  it('is given to at most eighty in a second, what a number may send', async () => {
    let posts = 0;
    const post = async (): Promise<GraphAnswer> => {
      posts += 1;
      return { kind: 'OK', body: {} };
    };
    const clock = manualClock();
    const attend = createAttend({ post }, { phoneNumberId: '1' }, clock);
    const many = async () => {
      for (let times = 0; times < 100; times++) {
        attend(message);
        await new Promise(setImmediate);
      }
    };
    await many();
    expect(posts).toBe(80);
    clock.advance(1_000);
    await many();
    expect(posts).toBe(160);
  });
});
