import { err, ok, type Result } from '../../../api/base/kernel/result';

/** Symbols of a tracking code, without the separators of its groups. */
const LENGTH = 10;

/** No code has these: one was read for another. */
const CONFUSING = /[01OIL]/;

/** Why it cannot be a code: the name of its text. */
export type CodeFault = 'confuso' | 'largo';

/** Reads a code in any case, with spaces or hyphens between its groups. */
export function readCode(typed: string): Result<string, CodeFault> {
  const code = typed.toUpperCase().replaceAll(/[^\p{L}\d]/gu, '');
  if (code.length !== LENGTH || !/^[A-Z\d]+$/.test(code)) return err('largo');
  return CONFUSING.test(code) ? err('confuso') : ok(code);
}
