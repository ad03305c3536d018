import type { Texts } from './texts';

/** Everything a citizen reads and every fact that changes without code, loaded, parsed and cross-checked. */
export interface Content {
  readonly texts: Texts;
  /** SHA-256 of all the files it came from. */
  readonly hash: string;
}
