import { foldText } from '../../api/base/kernel/plain-text';
import type { Texts } from '../../content/texts';
import { perTexts } from './per-texts';

/** The words of `dialogo.palabras.<name>`, written between commas or line ends. */
export const wordList = perTexts((texts, name): readonly string[] =>
  texts(`dialogo.palabras.${name}`).split(/[,\n]/).map(foldText).filter(Boolean),
);

const foldedWords = perTexts((texts, key): readonly string[] => texts(key).split(',').map(foldText));

/** Whether a text, whole, is a yes; «sí, pero…» is more than that. */
export const saysYes = (texto: string, texts: Texts): boolean =>
  foldedWords(texts, 'motor.palabras.si').includes(foldText(texto));

/** Whether a text holds, whole and in any case or accent, one of the words of `dialogo.palabras.<name>`. */
export function saysOneOf(texto: string, texts: Texts, name: string): boolean {
  const said = ` ${foldText(texto)} `;
  return wordList(texts, name).some((word) => said.includes(` ${word} `));
}
