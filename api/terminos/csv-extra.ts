import { err, ok } from '../base/kernel/result';
import type { Result } from '../base/kernel/result';
import type { LocalDate } from '../base/kernel/local-date';
import { isDay } from './vencimiento';

/** What the `extra` column of a row of due dates says. */
export interface Extra {
  /** Business days granted after the base term. */
  readonly prorroga: number;
  readonly requerimiento?: { readonly requerido: LocalDate; readonly respondido: LocalDate };
  /** Local non-business days of this row. */
  readonly locales: readonly LocalDate[];
  readonly copias: boolean;
}

const VALUES: Readonly<Record<string, (value: string | undefined) => boolean>> = {
  ext: (value) => value !== undefined && /^\d{1,3}$/.test(value),
  req: (value) => value !== undefined && isDay(value),
  ans: (value) => value !== undefined && isDay(value),
  local: (value) => value !== undefined && value.split('|').every(isDay),
  copies: (value) => value === undefined,
};

/**
 * Reads `ext=N;req=DATE;ans=DATE;local=DATE|DATE;copies`, each part at most once and in any order. The failure is the
 * part that cannot be read.
 */
export function parseExtra(text: string): Result<Extra, string> {
  const parts = new Map<string, string | undefined>();
  for (const part of text.split(';').map((one) => one.trim())) {
    if (part === '') continue;
    const [name = '', value, ...more] = part.split('=').map((one) => one.trim());
    const valid = Object.hasOwn(VALUES, name) && VALUES[name]?.(value);
    if (!valid || more.length > 0 || parts.has(name)) return err(part);
    parts.set(name, value);
  }
  if (parts.has('req') !== parts.has('ans')) return err('req y ans van juntos');
  return ok({
    prorroga: Number(parts.get('ext') ?? 0),
    requerimiento: requerimientoOf(parts),
    locales: parts.get('local')?.split('|') ?? [],
    copias: parts.has('copies'),
  });
}

function requerimientoOf(parts: ReadonlyMap<string, string | undefined>): Extra['requerimiento'] {
  const requerido = parts.get('req');
  const respondido = parts.get('ans');
  return requerido === undefined || respondido === undefined ? undefined : { requerido, respondido };
}
