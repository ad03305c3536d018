import { createHmac } from 'node:crypto';

/** The body as Meta may write it: nothing but ASCII, the rest as `\uXXXX`. Re-serialising it changes the bytes. */
export function serialise(body: unknown): Buffer {
  const json = JSON.stringify(body);
  const ascii = json.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Buffer.from(ascii, 'latin1');
}

/** The value of `X-Hub-Signature-256` for these very bytes. */
export const signatureOf = (body: Buffer, secret: string): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
