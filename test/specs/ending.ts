/** How a test of a file ended. A refusal by name is the store's word that it does not do something. */
export type Ending =
  | { readonly kind: 'passes' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'does not apply'; readonly reason: string }
  | { readonly kind: 'needs fail points' }
  | { readonly kind: 'fails'; readonly reason: string };

export interface Ended {
  /** The file's name without its extension. */
  readonly file: string;
  readonly test: string;
  readonly ending: Ending;
}

/**
 * A test in which the store refused something by name never counts as passed, even if it expected an error: that error
 * was to be another one. `limit` is what the driver is known to do otherwise, if that is the difference.
 */
export function judge(difference: string | undefined, refusals: readonly string[], limit?: string): Ending {
  const [refused] = refusals;
  if (refused !== undefined) return { kind: 'refused', reason: refused };
  if (difference === undefined) return { kind: 'passes' };
  return limit === undefined
    ? { kind: 'fails', reason: difference }
    : { kind: 'does not apply', reason: limit };
}
