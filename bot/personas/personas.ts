import type { Failure } from '../../api/base/kernel/failures';
import type { Result } from '../../api/base/kernel/result';

/** The names that WhatsApp gives one person. Any may be missing, and any may change. */
export interface Alias {
  /** Country code and number, only digits. */
  readonly telefono?: string;
  /** Business-scoped user id, as `CO.1A2b…`: the only name of who hides their phone (2026). */
  readonly bsuid?: string;
  /** The same idea in WhatsApp Web, without `@lid`. */
  readonly lid?: string;
}

/** Who writes through WhatsApp: one id of ours for each person, whatever the names of the moment. */
export interface Personas {
  /**
   * The person that has any of these names, a new one when nobody has; names not known yet are added. A line that comes
   * with another user id than before is of somebody else now. Failures: INVALID_INPUT without any name,
   * STORE_UNAVAILABLE.
   */
  resolve(alias: Alias): Promise<Result<string, Failure>>;
  /**
   * WhatsApp tells that a person's names changed, and when: those that are not told are left, and a person not known stays
   * unknown. What is told again, or late, after another change of the same people, changes nothing.
   */
  renamed(before: Alias, after: Alias, en: Date): Promise<void>;
  /** How to write to a person. */
  aliasOf(persona: string): Promise<Alias | undefined>;
}
