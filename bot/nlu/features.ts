import type { Lexico } from '../../content/schemas/lexico';
import { compilePhrases } from './phrases';

const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 4;
const MEANING = '@';

/** Groups of the lexicon that in a longer message are courtesy and not its purpose. */
const COURTESIES: ReadonlySet<string> = new Set(['saludo', 'gracias']);
const LONGEST_COURTESY = 8;

/** How much a feature counts. One meaning stands for what a dozen runs of letters repeat; chosen by cross-validation. */
export const weightOf = (feature: string): number => (feature.startsWith(MEANING) ? 12 : 1);

/** What the classifier looks at in the sound of a text. */
export type Features = (sound: string) => readonly string[];

/**
 * The words of a text; their runs of 3 and 4 letters with the word's edges marked, so that a word misspelt or never
 * seen still resembles those learnt; the meanings of the lexicon it holds; and how long it is. Numbers are one word.
 */
export function createFeatures(lexico: Lexico): Features {
  const meanings = Object.entries(lexico).map(([name, words]) => ({ name, phrases: compilePhrases(words) }));
  return (sound) => {
    const words = sound.split(' ').filter((word) => word !== '');
    const features = new Set([`${MEANING}#${lengthOf(words.length)}`]);
    for (const { name, phrases } of meanings) {
      const courtesy = COURTESIES.has(name) && words.length > LONGEST_COURTESY;
      if (!courtesy && phrases.foundIn(sound)) features.add(`${MEANING}${name}`);
    }
    // Outside the lexicon is a trait of greetings, thanks and what is none of the Alcaldía's business.
    if (features.size === 1) features.add(`${MEANING}#none`);
    for (const word of words) {
      const text = /^\d+$/.test(word) ? '0' : word;
      features.add(`=${text}`);
      for (const gram of gramsOf(`_${text}_`)) features.add(gram);
    }
    return [...features];
  };
}

function gramsOf(text: string): string[] {
  const grams: string[] = [];
  for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size++) {
    for (let start = 0; start + size <= text.length; start++) grams.push(text.slice(start, start + size));
  }
  return grams;
}

/** A greeting is short and a story is long; between those, length says little. */
function lengthOf(words: number): string {
  if (words <= 2) return 'one-or-two';
  return words <= 6 ? 'short' : 'long';
}
