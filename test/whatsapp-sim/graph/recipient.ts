import { graphErrorOf } from './graph-error';
import { invalid, missing, type Check, type Fields } from './check';

const BSUID = /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/;

/**
 * Who a message is for. A phone in `to`; a business-scoped id in `recipient`, or in `to` as some providers do: the name
 * of that field was not seen on Meta's own page. With both, the phone wins.
 */
export function recipientOf(body: Fields): string | undefined {
  const { to, recipient } = body;
  const name = to === undefined || to === '' ? recipient : to;
  return typeof name === 'string' && name !== '' ? name.replace(/^\+/, '') : undefined;
}

/** Step 3: the envelope of a message. */
export const product: Check = ({ body }) =>
  body.messaging_product === 'whatsapp'
    ? undefined
    : graphErrorOf(100, 'messaging_product: must be whatsapp');

/** Step 4: there is somebody, it can be somebody, and it is not ourselves. */
export const recipient: Check = ({ recipient: name }, { options }) => {
  if (name === undefined) return missing('to');
  if (!/^\d{7,15}$/.test(name) && !BSUID.test(name)) return invalid('to', 'is not a phone nor a user id');
  return name === options.displayPhone ? graphErrorOf(131021) : undefined;
};
