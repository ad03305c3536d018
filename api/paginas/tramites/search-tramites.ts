import type { Tramite } from '../../../content/schemas/tramite';
import { foldText } from '../../base/kernel/plain-text';

/**
 * The trámites that hold every word of the search, by name, synonym or purpose; those that say it in the name first.
 * Accents do not matter, and a word may be misspelt when nothing holds the words as they are.
 */
export function searchTramites(tramites: readonly Tramite[], search: string): readonly Tramite[] {
  const words = foldText(search).split(' ').filter(Boolean);
  if (words.length === 0) return tramites;
  const exact = holding(tramites, (text) => words.every((word) => text.includes(word)));
  return exact.length > 0 ? exact : holding(tramites, (text) => words.every((word) => isNear(word, text)));
}

function holding(tramites: readonly Tramite[], holds: (text: string) => boolean): readonly Tramite[] {
  const named = tramites.filter(({ nombre }) => holds(foldText(nombre)));
  const related = tramites.filter((one) => !named.includes(one) && holds(everythingOf(one)));
  return [...named, ...related];
}

const everythingOf = ({ nombre, sinonimos, paraQue }: Tramite): string =>
  foldText([nombre, ...sinonimos, paraQue].join(' '));

/** Share of runs of two letters that two words must have in common to be one misspelt. */
const NEAR = 0.6;

/** Whether some word of a text sounds or is written nearly the same. */
const isNear = (word: string, text: string): boolean =>
  text.split(' ').some((one) => likeness(soundOf(word), soundOf(one)) >= NEAR);

/** Letters that people take for one another in Spanish, as one. */
const soundOf = (word: string): string =>
  word
    .replaceAll(/c(?=[ei])|z/g, 's')
    .replaceAll('v', 'b')
    .replaceAll(/qu|c/g, 'k')
    .replaceAll('h', '')
    .replaceAll('ll', 'y');

/** Dice's measure over runs of two letters, with the word's edges; 1 when both are the same. */
function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const shared = left.filter((pair) => right.includes(pair)).length;
  return (2 * shared) / (left.length + right.length);
}

function pairsOf(word: string): string[] {
  const edged = `_${word}_`;
  return Array.from({ length: edged.length - 1 }, (_, at) => edged.slice(at, at + 2));
}
