/** Several demands of one letter: what comes before them, and each in the words of its person. */
export interface Demandas {
  readonly antes: string;
  readonly puntos: readonly string[];
}

/** Where a point begins, and where its own words do: a mark such as «1.» or «-» is none of them. */
interface Mark {
  readonly at: number;
  readonly words: number;
}

/** More than these are a list of something else. */
const MAX_PUNTOS = 20;

/** A demand needs a verb and something: «1. 2.» or «- Cali» are none. */
const LEAST_WORDS = 2;

/** The demands of a letter that tells several, one radicado for all of them; none when its marks leave a doubt. */
export const puntosOf = (texto: string): readonly string[] => demandasIn(texto)?.puntos ?? [];

/** The same, with what was said before the first. No word is lost: marks of a list are not words. */
export function demandasIn(texto: string): Demandas | undefined {
  for (const marksIn of [numbers, bullets, ordinals, alsoAsks]) {
    const demandas = split(texto, marksIn(texto));
    if (demandas) return demandas;
  }
  return undefined;
}

function split(texto: string, marks: readonly Mark[]): Demandas | undefined {
  if (marks.length < 2 || marks.length > MAX_PUNTOS) return undefined;
  const puntos = marks.map(({ words }, index) => texto.slice(words, marks[index + 1]?.at).trim());
  if (puntos.some((punto) => countWords(punto) < LEAST_WORDS)) return undefined;
  return { antes: texto.slice(0, marks[0]?.at).trim(), puntos };
}

const countWords = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0;

const marksOf = (texto: string, pattern: RegExp): readonly (Mark & { readonly sign: string })[] =>
  [...texto.matchAll(pattern)].map(({ index, 0: whole, 1: before = '', 2: sign = '' }) => ({
    at: index + before.length,
    words: index + whole.length,
    sign,
  }));

// At the start of a line, or after a stop: «calle 1. Carrera 2.» is an address.
const NUMBER = /((?:^|[\n.;:,])\s*)(\d{1,2})\s?[.)-](?!\d)\s*(?=\p{L}|[¿«"])/gu;

/** «1. … 2. …»: from one on, and in order. */
function numbers(texto: string): readonly Mark[] {
  const found = marksOf(texto, NUMBER);
  return found.every(({ sign }, index) => Number(sign) === index + 1) ? found : [];
}

const bullets = (texto: string): readonly Mark[] => marksOf(texto, /((?:^|\n)[^\S\n]*)([-•*–·])[^\S\n]+/gu);

const ORDINALS = ['primer', 'segund', 'tercer', 'cuart', 'quint', 'sext'] as const;
const ORDINAL =
  /((?:^|[\n.;:,])\s*(?:y\s+)?)(?:en\s+)?(primer|segund|tercer|cuart|quint|sext)(?:o|a|amente)?(?:\s+lugar)?\s*[,:.]\s*(?=\p{L})/giu;

/** «Primero, … Segundo, …»: the word itself stays with its demand. */
function ordinals(texto: string): readonly Mark[] {
  const found = marksOf(texto, ORDINAL);
  const inOrder = found.every(({ sign }, index) => sign.toLowerCase() === ORDINALS[index]);
  return inOrder ? found.map(({ at }) => ({ at, words: at })) : [];
}

const ASKS = '(?:solicito|solicitamos|pido|pedimos|quiero pedir|requiero|necesito)';
const ALSO = new RegExp(
  `((?:^|[\\n.;,])\\s*(?:y\\s+)?)((?:además|ademas|también|tambien|igualmente|asimismo|así mismo),?\\s+(?:les?\\s+)?${ASKS})(?!\\p{L})`,
  'giu',
);
const FIRST_ASK = new RegExp(`(?<!\\p{L})${ASKS}(?!\\p{L})`, 'iu');

/** «Solicito … Además solicito …»: the first demand is all that comes before. */
function alsoAsks(texto: string): readonly Mark[] {
  const found = marksOf(texto, ALSO).map(({ at }) => ({ at, words: at }));
  const before = texto.slice(0, found[0]?.at);
  return found.length > 0 && FIRST_ASK.test(before) ? [{ at: 0, words: 0 }, ...found] : [];
}
