import type { Canal } from '../../api/base/kernel/vocabulary';
import type { Texts } from '../../content/texts';
import { traitsOf } from '../channels/traits';
import { perTexts } from '../dialogs/per-texts';
import { foldWord, wordsOf } from './word-table';

/** What a person can ask at any step. */
export const GLOBAL_WORDS = [
  'MENU',
  'ATRAS',
  'CANCELAR',
  'AYUDA',
  'PERSONA',
  'REPETIR',
  'SEGUIR',
  'BAJA',
  'ALTA',
] as const;
export type GlobalWord = (typeof GLOBAL_WORDS)[number];

/** They mean something only where notices are pushed. */
const OF_NOTICES: ReadonlySet<GlobalWord> = new Set(['BAJA', 'ALTA']);

const tableOf = perTexts(
  (texts, prefix): ReadonlyMap<string, GlobalWord> =>
    new Map(
      GLOBAL_WORDS.flatMap((name) =>
        wordsOf(texts, `${prefix}.${name}`).map((word) => [foldWord(word), name] as const),
      ),
    ),
);

/** The global word that a message is, in any case or accent, only when it is the whole message. */
export function globalWordOf(texto: string, texts: Texts, canal: Canal): GlobalWord | undefined {
  const word = tableOf(texts, 'motor.palabras').get(foldWord(texto));
  return word && OF_NOTICES.has(word) && !traitsOf(canal).pushes ? undefined : word;
}
