import { createHmac, timingSafeEqual } from 'node:crypto';

/** Without 0, O, 1, I, L: a code survives being read aloud or copied by hand. */
export const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

const LENGTH = 10;
// Bytes at or above this would favour the first symbols of the alphabet.
const FAIR = Math.floor(256 / CODE_ALPHABET.length) * CODE_ALPHABET.length;
const WELL_FORMED = new RegExp(`^[${CODE_ALPHABET}]{${LENGTH}}$`);

/**
 * The code a citizen tracks a case with: 10 symbols (49 bits) that follow from the secret and the case, so that a
 * replay of the filing gives the same one and none has to be stored.
 */
export function trackingCode(secretKey: Buffer, caseId: string): string {
  let code = '';
  for (let block = 0; code.length < LENGTH; block += 1) {
    const bytes = createHmac('sha256', secretKey).update(`codigo:${block}:${caseId}`).digest();
    for (const byte of bytes) if (byte < FAIR) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
  }
  return code.slice(0, LENGTH);
}

/** `ABCDEFGHJK` → `ABCD-EFGH-JK`. */
export const codeInGroups = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? '';

/** A code as people type it (lower case, spaces, hyphens), or undefined when it cannot be one. */
export function normaliseCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s.·_\-\u2010-\u2015]/g, '').toUpperCase();
  return WELL_FORMED.test(code) ? code : undefined;
}

/** Whether what was typed is that code; takes the same time wherever they differ. */
export function sameCode(expected: string, typed: string): boolean {
  const given = normaliseCode(typed);
  const own = normaliseCode(expected);
  if (given === undefined || own === undefined) return false;
  return timingSafeEqual(Buffer.from(own), Buffer.from(given));
}
