import type { Texts } from '../../content/texts';
import { perTexts } from '../dialogs/per-texts';
import { foldWord, wordsOf } from './word-table';

/** What a person can ask at any step. */
export const GLOBAL_WORDS = ['MENU', 'ATRAS', 'CANCELAR', 'AYUDA', 'PERSONA', 'REPETIR', 'SEGUIR'] as const;
export type GlobalWord = (typeof GLOBAL_WORDS)[number];

const tableOf = perTexts(
  (texts, prefix): ReadonlyMap<string, GlobalWord> =>
    new Map(
      GLOBAL_WORDS.flatMap((name) =>
        wordsOf(texts, `${prefix}.${name}`).map((word) => [foldWord(word), name] as const),
      ),
    ),
);

/** The global word that a message is, in any case or accent, only when it is the whole message. */
export const globalWordOf = (texto: string, texts: Texts): GlobalWord | undefined =>
  tableOf(texts, 'motor.palabras').get(foldWord(texto));
