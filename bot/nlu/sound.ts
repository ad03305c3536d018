import { foldText } from '../../api/base/kernel/plain-text';

/** Abbreviations of chats, as whole words. */
const SHORTHAND: Readonly<Record<string, string>> = {
  q: 'que',
  k: 'que',
  ke: 'que',
  d: 'de',
  x: 'por',
  xq: 'porque',
  pq: 'porque',
  xk: 'porque',
  porq: 'porque',
  xfa: 'por favor',
  xfavor: 'por favor',
  porfa: 'por favor',
  pa: 'para',
  tb: 'tambien',
  tmb: 'tambien',
  dnd: 'donde',
  cdo: 'cuando',
  bn: 'bien',
  bns: 'buenas',
  toy: 'estoy',
  ta: 'esta',
  tan: 'estan',
  msj: 'mensaje',
  num: 'numero',
};

/** Letters that sound alike in Colombia become one, in this order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ch/g, '#'],
  [/h/g, ''],
  [/v/g, 'b'],
  [/qu(?=[ei])/g, 'k'],
  [/q/g, 'k'],
  [/gu(?=[ei])/g, 'G'],
  [/g(?=[ei])/g, 'j'],
  [/G/g, 'g'],
  [/[zx]|c(?=[ei])/g, 's'],
  [/c/g, 'k'],
  [/ll/g, 'y'],
  [/n(?=[bp])/g, 'm'],
  [/i(?=[aeou])(?<=(?:^|[aeou])i)/g, 'y'],
  [/#/g, 'ch'],
  [/(.)\1+/g, '$1'],
];

/**
 * A text as it sounds: without accents, abbreviations or the spelling mistakes that keep the sound (haver, qiero,
 * insendio). Texts that sound alike give the same words, separated by single spaces.
 */
export function soundOf(text: string): string {
  const words = foldText(text).split(' ');
  return words
    .flatMap((word) => (SHORTHAND[word] ?? word).split(' '))
    .map(soundOfWord)
    .filter((word) => word !== '')
    .join(' ');
}

const soundOfWord = (word: string): string =>
  SOUNDS.reduce((sound, [letters, same]) => sound.replaceAll(letters, same), word);
