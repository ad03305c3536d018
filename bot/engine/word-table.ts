import { foldText } from '../../api/base/kernel/plain-text';
import type { Texts } from '../../content/texts';

/** The words of a text of the content: a list between commas. */
export const wordsOf = (texts: Texts, key: string): readonly string[] =>
  texts(key)
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** Words compared without case, accents or signs; a lone sign such as # stays as it is. */
export const foldWord = (text: string): string => foldText(text) || text.trim();
