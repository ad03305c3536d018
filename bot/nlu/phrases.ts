import { soundOf } from './sound';

/** Finds whole phrases in the sound of a text; `*` is up to three words, `+` at a word's end any ending. */
export interface Phrases {
  readonly foundIn: (sound: string) => boolean;
  /** The text without the phrases; what stood around them does not join. */
  readonly removedFrom: (sound: string) => string;
}

const GAP = '(?: \\S+){0,3}';

/** One expression for the whole list, so that a long list costs one pass. */
export function compilePhrases(phrases: readonly string[]): Phrases {
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
  const pattern = `(?<=^|\\s)(?:${longestFirst.map(expressionOf).join('|')})(?=$|\\s)`;
  const once = new RegExp(pattern);
  const every = new RegExp(pattern, 'g');
  return {
    foundIn: (sound) => once.test(sound),
    removedFrom: (sound) => sound.replaceAll(every, '\n'),
  };
}

const expressionOf = (phrase: string): string =>
  phrase
    .split(/\s+/)
    .map((word, index) => {
      if (word === '*') return GAP;
      const sound = soundOf(word) + (word.endsWith('+') ? '\\S*' : '');
      return index === 0 ? sound : ` ${sound}`;
    })
    .join('');
