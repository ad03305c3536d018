import { graphErrorOf } from './graph-error';
import type { Check, Send } from './check';
import type { World } from '../world';

const DAY = 86_400_000;

/** The person wrote or called in the last 24 hours, by the time that their message tells. */
export const isOpen = ({ person }: Send, { clock }: World): boolean =>
  person?.lastInboundAt !== undefined && clock.now() - person.lastInboundAt < DAY;

/** Step 11, when the refusal comes at once. */
export const window: Check = (send, world) =>
  world.options.windowErrorMode === 'sync' && send.type !== 'template' && !isOpen(send, world)
    ? graphErrorOf(131047)
    : undefined;

/**
 * Step 12: how many different people a day are written to outside the window. Meta's table has no code of its own for it;
 * 131048 is the one that restricts how much a number may send.
 */
export const portfolio: Check = (send, world) =>
  send.type === 'template' && !isOpen(send, world) && !world.rates.newPerson(send.recipient ?? '')
    ? graphErrorOf(131048)
    : undefined;
