import { randomBytes } from 'node:crypto';
import type { Clock } from '../../api/base/kernel/clock';

/** Ids that sort in the order in which this process made them, even if its clock goes back: time, counter, chance. */
export function createOrderedIds({ now }: Pick<Clock, 'now'>): () => string {
  let last = 0;
  let count = 0;
  return () => {
    const time = Math.max(last, now().getTime());
    count = time === last ? count + 1 : 0;
    last = time;
    const part = (value: number, width: number) => value.toString(36).padStart(width, '0');
    return `${part(time, 9)}${part(count, 5)}${randomBytes(6).toString('hex')}`;
  };
}
