// C0 and C1 controls but tab and newline, and the bidirectional overrides that can disguise a text.
const UNWANTED = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What a person typed, in NFC, with line ends unified and invisible control characters removed; nothing else changes. */
export const cleanText = (typed: string): string =>
  typed.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll(UNWANTED, '').toWellFormed();

const ASCII = /^\p{ASCII}*$/u;

/** For comparing words: lower case, without accents, single spaces. Keeps digits and ñ→n as people without accents type. */
export const foldText = (text: string): string =>
  // Most of what is compared has no accents, and looking for them costs several times the rest.
  ASCII.test(text) ? inWords(text, /[^a-z0-9]+/g) : inWords(withoutMarks(text), /[^\p{L}\p{N}]+/gu);

const withoutMarks = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');

const inWords = (text: string, between: RegExp): string => text.toLowerCase().replaceAll(between, ' ').trim();

export const utf8Bytes = (text: string): number => Buffer.byteLength(text, 'utf8');
