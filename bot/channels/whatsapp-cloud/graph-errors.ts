/**
 * What to do about each error of Graph, by its code and never by its title nor the HTTP status.
 * STOP: nothing can be sent until somebody mends it. BACKOFF: nothing for a while. PAIR: nothing to this person for a
 * while. RETRY: again, a few times. WINDOW: more than 24 hours since the person wrote. UNREACHABLE: not to this person.
 * TEMPLATE: not with this template. DEAD: our mistake; sending it again would not mend it.
 */
export type GraphAction =
  'STOP' | 'BACKOFF' | 'PAIR' | 'RETRY' | 'WINDOW' | 'UNREACHABLE' | 'TEMPLATE' | 'DEAD';

const ACTIONS: Readonly<Record<Exclude<GraphAction, 'DEAD'>, readonly number[]>> = {
  STOP: [190, 3, 10, 131_005, 131_031, 131_042, 131_045, 131_037, 133_016, 130_497, 368],
  BACKOFF: [4, 80_007, 130_429],
  PAIR: [131_056],
  RETRY: [1, 2, 131_000, 131_016, 131_057],
  WINDOW: [131_047],
  UNREACHABLE: [131_026, 131_049, 131_050, 130_472, 130_403, 131_021],
  TEMPLATE: [
    131_048, 131_064, 132_000, 132_001, 132_005, 132_007, 132_012, 132_015, 132_016, 132_068, 132_069,
  ],
};

const BY_CODE = new Map(
  Object.entries(ACTIONS).flatMap(([action, codes]) => codes.map((code) => [code, action as GraphAction])),
);

/**
 * @param code 0 is Graph's for a token that is not one, and ours for a refusal without code, of whoever stands in front:
 * both wait for somebody to mend them.
 */
export function actionFor(code: number): GraphAction {
  if (code === 0 || (code >= 200 && code <= 299)) return 'STOP';
  return BY_CODE.get(code) ?? 'DEAD';
}

/** What this number sends was taken for spam: nothing is sent unasked, and somebody must look. */
export const SPAM = 131_048;

/** Too many templates of one class were sent as another. */
export const MISCLASSIFIED = 131_064;

/** How many times what may pass is tried. */
export const MOST_TRIES = 5;
