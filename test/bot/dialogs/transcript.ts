import type { Canal } from '../../../api/base/kernel/vocabulary';
import type { Solicitud } from '../../../api/base/kernel/solicitud';

/** What the person says, and what the answer must hold; `!` before a fragment says that it must not. */
type Line = readonly [dice: string, ...espera: string[]];

/** A file is said as `@name`, and one that could not be received as `#name`. */
export interface Transcript {
  readonly title: string;
  readonly canal?: Canal;
  readonly lines: readonly Line[];
  /** What was filed, in order; none when absent. */
  readonly files?: readonly Partial<Solicitud>[];
}
