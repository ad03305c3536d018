/** What stands in place of the figures that are not shown. */
const HIDDEN = '…';
/** So many characters of a number may be shown, and never more than half of it. */
const SHOWN = 4;

/** The end of a number: enough to know it again, too little to be of use to another. */
export const lastOf = (numero: string): string =>
  numero.slice(-Math.max(1, Math.min(SHOWN, Math.floor(numero.length / 2))));

// Figures together, or in groups parted by one point, space or hyphen; letters before it as passports have, and the
// digit that checks a NIT. Numbers of ours (2026-E-000123), coordinates and prices are something else.
const NUMBER =
  /(?<!\d|\d[.,-]|20\d\d[\s\-–./]*[eis][\s\-–./]*|\$\s?)(?:(?<!\p{L})[A-Z]{1,3})?(?:\d{6,}|\d{1,4}(?:[. -]\d{2,4}){1,6})(?:-\d)?(?!\d)/giu;
const DATE = /^(?:\d{1,2}([. -])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}([. -])\d{1,2}\2\d{1,2})$/;
const THOUSANDS = /^\d{1,3}(?:[. ]\d{3})+$/;
/** With fewer figures it may be the number of a house. */
const FIGURES = { plain: 6, grouped: 7 } as const;

/** Whether figures found in a text may be the number of somebody's document. */
function isDocument(found: string): boolean {
  if (DATE.test(found)) return false;
  const figures = found.replaceAll(/\D/g, '').length;
  const isPlain = /^[A-Z]*\d+(?:-\d)?$/i.test(found) || THOUSANDS.test(found);
  return figures >= (isPlain ? FIGURES.plain : FIGURES.grouped);
}

/** The words of a person with `replace` in place of what may be the number of a document. */
export const withoutNumbers = (texto: string, replace: (found: string) => string): string =>
  texto.replaceAll(NUMBER, (found) => (isDocument(found) ? replace(found) : found));

/** The words of a person as they may be shown by a channel of another company. */
export const hideNumbers = (texto: string): string =>
  withoutNumbers(texto, (found) => `${HIDDEN}${lastOf(found.replaceAll(/[^A-Z\d]/gi, ''))}`);
