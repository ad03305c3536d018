import type { Accepted } from '../webhook/statuses';
import { graphErrorOf } from './graph-error';
import type { Check, Send } from './check';
import { templateOf } from './templates';
import { isOpen } from './window';
import type { World } from '../world';

/** Step 13, what is refused at once: the business itself blocked that person. */
export const blockedByBusiness: Check = ({ person }) =>
  person?.blockedByBusiness ? graphErrorOf(130403) : undefined;

/** Step 13, what is only known afterwards. */
export function outcomeOf(send: Send, world: World): Accepted['outcome'] {
  const { person, type } = send;
  if (type !== 'template' && !isOpen(send, world)) return { code: 131047 };
  if (!person?.onWhatsApp) return { code: 131026 };
  if (person.stoppedMarketing && templateOf(send, world)?.category === 'MARKETING') return { code: 131050 };
  return person.blocked ? 'BLOCKED' : 'DELIVERED';
}
