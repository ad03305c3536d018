import { foldText } from '../../api/base/kernel/plain-text';
import { perTexts } from '../dialogs/per-texts';

/** The words of a text of the content: a list between commas. */
export const wordsOf = perTexts((texts, key): readonly string[] =>
  texts(key)
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean),
);

/** The same words as they are compared, each with its forms, which are written between slashes. */
export const foldedWordsOf = perTexts((texts, key): readonly (readonly string[])[] =>
  wordsOf(texts, key).map((forms) => forms.split('/').map(foldWord)),
);

/** Words compared without case, accents or signs; a lone sign such as # stays as it is. */
export const foldWord = (text: string): string => foldText(text) || text.trim();
