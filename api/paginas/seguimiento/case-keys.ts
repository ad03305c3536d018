import { z } from 'zod';
import { cleanText } from '../../base/kernel/plain-text';

/** The two things a citizen holds of a case. They come by POST: the code never stands in an address or a log. */
export interface CaseKeys {
  readonly numero: string;
  readonly codigo: string;
}

const typed = z
  .string()
  .max(80)
  .default('')
  .transform((value) => cleanText(value).trim());

const keys = z.strictObject({ numero: typed.transform((value) => value.toUpperCase()), codigo: typed });

/** The posted number and code; undefined when it is not this form. */
export function readCaseKeys(body: unknown): CaseKeys | undefined {
  const parsed = keys.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}
