import { foldText } from '../../../api/base/kernel/plain-text';
import type { Tramite } from '../../../content/schemas/tramite';
import { soundOf } from '../../nlu/sound';
import type { Facts } from '../dialog';
import { saysOneOf, wordList } from '../named-words';

/** A word that the questions of more trámites than these share says nothing of any of them: «demora», «cuesta». */
const FEW = 6;

/**
 * Whether a text has a word of its own for one of these trámites, or says that it is about a trámite. Without one, the
 * model only guessed: «hueco» is no permit to sell in the street.
 */
export function speaksOf(
  texto: string,
  ids: readonly string[],
  facts: Pick<Facts, 'texts' | 'content'>,
): boolean {
  if (saysOneOf(texto, facts.texts, 'tramite')) return true;
  const empty = new Set(wordList(facts.texts, 'vacias').map(soundOf));
  const words = wordsOf([texto]).filter((word) => word.length > 2 && !empty.has(word));
  const all = facts.content.tramites.map((one) => ({ id: one.id, ...lexiconOf(one) }));
  const meant = all.filter(({ id }) => ids.includes(id));
  return words.some((word) => {
    const asked = () => all.filter(({ questions }) => has(questions, word)).length <= FEW;
    return meant.some((one) => has(one.names, word) || (has(one.questions, word) && asked()));
  });
}

const lexiconOf = ({ nombre, sinonimos, paraQue, preguntas }: Tramite) => ({
  names: wordsOf([nombre, ...sinonimos]),
  questions: wordsOf([paraQue, ...preguntas]),
});

const wordsOf = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => foldText(text).split(' ')).map(soundOf)),
];

/** «Predial» and «prediales» are one word, and so are «poda» and «podar». */
const has = (words: readonly string[], word: string): boolean =>
  words.some((one) => one === word || (word.length >= 4 && one.startsWith(word.slice(0, -1))));
