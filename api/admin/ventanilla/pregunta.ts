import type { Result } from '../../base/kernel/result';
import type { Content } from '../../../content/load-content';
import type { Borrador } from '../../ventanilla/atencion';

/** What a question may know. */
export interface Contexto {
  readonly now: Date;
  readonly content: Content;
}

/** One question of the counter: its words are `ventanilla.pregunta.<clave>`. */
export interface Pregunta {
  readonly clave: string;
  /** Whether it is asked; always when absent. */
  readonly when?: (borrador: Borrador) => boolean;
  /** What Enter alone means, as it is shown; without it Enter leaves the answer out. */
  readonly porDefecto?: (borrador: Borrador, contexto: Contexto) => string | undefined;
  /** Several lines, until one with a full stop alone. */
  readonly lines?: true;
  /** The answer in its place; a failure is the name of the text that says what was wrong. */
  readonly take: (typed: string, borrador: Borrador, contexto: Contexto) => Result<Borrador, string>;
  /** Enter alone does not serve: without it nothing can be filed. */
  readonly needed?: true;
}
