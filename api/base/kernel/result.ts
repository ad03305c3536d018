/** What an operation that can fail gives back: an expected failure is a value, a throw is a bug. */
export type Result<T, F> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const err = <F>(failure: F): Result<never, F> => ({ ok: false, failure });

/** The value of a result that the caller knows to be good; throws (a bug) when it is not. */
export function valueOf<T, F>(result: Result<T, F>): T {
  if (result.ok) return result.value;
  throw new Error(`expected a value, got ${JSON.stringify(result.failure)}`);
}
