import { graphErrorOf } from './graph-error';
import type { Check } from './check';

/** Step 7: what the number sends and receives in a second. */
export const throughput: Check = (_, { rates }) => (rates.throughput() ? undefined : graphErrorOf(130429));

/** Step 8: what one person is sent. */
export const pair: Check = ({ person, recipient }, { rates }) =>
  rates.pair(person?.phone ?? recipient ?? '') ? undefined : graphErrorOf(131056);
