/** AAAA-E-NNNNNN as people type it: lower case, spaces or nothing between, without the leading zeros. */
const RADICADO = /(?<![\p{L}\p{N}])(20\d{2})[\s./-]*([eis])[\s./-]*(\d{1,6})(?![\p{L}\p{N}])/iu;

/** A longer text that cites a number is about something else. */
const MOST_OTHER_WORDS = 6;

/** Whether a text is just a radicado, perhaps with a few words around it: then it is asked about. */
export function asksForRadicado(texto: string): boolean {
  const rest = texto.replace(RADICADO, ' ');
  if (rest === texto) return false;
  return rest.split(/\s+/).filter((word) => word !== '').length <= MOST_OTHER_WORDS;
}
