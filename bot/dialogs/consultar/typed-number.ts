const OURS = /(?<![\p{L}\d])(20\d{2})[\s\-–—./]*([esi])[\s\-–—./]*0*(\d{1,9})(?!\d)/iu;
const WITHOUT_YEAR = /^(?:(?:n[oº°]?|n[uú]mero|radicado|el|mi|es)[\s.:#]*)*([esi])?[\s\-–—./]*0*(\d{1,6})$/iu;
/** Another Ventanilla's number is looked up as typed: letters, figures and separators, with a figure somewhere. */
const FOREIGN = /^(?=.*\d)[\p{L}\d][\p{L}\d\-–—./]{3,39}$/u;

/** A number found in what a person typed, and what was left beside it. */
export interface TypedNumber {
  readonly numero: string;
  readonly rest: string;
}

/**
 * Reads `AAAA-E-NNNNNN` as people type it: lower case, spaces or nothing between, without the leading zeros; with only
 * the consecutive, of the year `anio`. Undefined when it is no number.
 */
export function readNumber(typed: string, anio: number): TypedNumber | undefined {
  const ours = OURS.exec(typed);
  if (ours) {
    const [whole, year, clase = 'E', consecutivo = ''] = ours;
    const numero = formatted(Number(year), clase, consecutivo);
    return { numero, rest: typed.replace(whole, ' ').trim() };
  }
  const line = typed.replaceAll(/\s+/g, ' ').trim();
  const [, clase = 'E', consecutivo] = WITHOUT_YEAR.exec(line) ?? [];
  if (consecutivo !== undefined) return { numero: formatted(anio, clase, consecutivo), rest: '' };
  return FOREIGN.test(line) ? { numero: line.toUpperCase(), rest: '' } : undefined;
}

const formatted = (anio: number, clase: string, consecutivo: string): string =>
  `${anio}-${clase.toUpperCase()}-${consecutivo.padStart(6, '0')}`;
