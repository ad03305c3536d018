import { foldText } from '../../../api/base/kernel/plain-text';
import type { Content } from '../../../content/load-content';
import type { Tramite } from '../../../content/schemas/tramite';
import type { Facts } from '../dialog';
import { wordList } from '../named-words';

/** Two words are one when one begins the other: «predial» and «prediales», «poda» and «podar». */
const sameWord = (a: string, b: string): boolean =>
  a === b || (a.length >= 4 && b.startsWith(a.slice(0, -1)));

/**
 * The trámites that share words with a text, best first: those of the name and its synonyms weigh more than those of
 * its purpose and questions.
 */
export function findTramites({ content: { tramites }, texts }: Searched, texto: string): readonly string[] {
  const empty = new Set(wordList(texts, 'vacias'));
  const words = foldText(texto)
    .split(' ')
    .filter((word) => word.length > 1 && !empty.has(word));
  const scored = tramites.map((tramite) => ({ id: tramite.id, score: scoreOf(tramite, words) }));
  const least = Math.max(NAME, CLOSE * Math.max(...scored.map(({ score }) => score)));
  return scored
    .filter(({ score }) => score >= least)
    .toSorted((a, b) => b.score - a.score)
    .map(({ id }) => id);
}

type Searched = Pick<Facts, 'texts'> & { readonly content: Pick<Content, 'tramites'> };

const NAME = 3;
const REST = 1;
/** Share of the best score that keeps another trámite in the list. */
const CLOSE = 0.6;

function scoreOf({ nombre, sinonimos, paraQue, preguntas }: Tramite, words: readonly string[]): number {
  const name = wordsOf([nombre, ...sinonimos]);
  const rest = wordsOf([paraQue, ...preguntas]);
  return words.reduce((sum, word) => {
    const has = (list: readonly string[]) => list.some((one) => sameWord(word, one));
    return sum + (has(name) ? NAME : 0) + (has(rest) ? REST : 0);
  }, 0);
}

const wordsOf = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => foldText(text).split(' '))),
];
