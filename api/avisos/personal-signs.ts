import { foldText } from '../base/kernel/plain-text';

/** What in a text looks like it leads to a person. `DEL_CASO`: it stands, sealed, in the case itself. */
export const SIGNOS = ['DOCUMENTO', 'TELEFONO', 'CORREO', 'DIRECCION', 'DEL_CASO'] as const;
export type Signo = (typeof SIGNOS)[number];

/** A sign and the line it stands in, from 1; never the value itself. */
export interface Hallazgo {
  readonly linea: number;
  readonly signo: Signo;
}

/** Radicados, dates, years of norms and sums of money are numbers that lead to nobody. */
const HARMLESS = [/\b\d{4}\s*-\s*[ESI]\s*-\s*\d+\b/gi, /\b\d{4}-\d{2}-\d{2}\b/g, /\$\s*\d[\d.,]*/g] as const;

const PATTERNS: readonly (readonly [Signo, RegExp])[] = [
  ['CORREO', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.[\p{L}\p{N}.-]+/u],
  ['TELEFONO', /(?<!\d)(?:\+?57[\s-]?)?(?:3\d{2}|60\d)[\s.-]?\d{3}[\s.-]?\d{2}[\s.-]?\d{2}(?!\d)/],
  ['DOCUMENTO', /(?<![\d.])(?:\d{6,11}|\d{1,3}(?:[.,' ]\d{3}){2,3})(?![\d.]*\d)/],
  ['DIRECCION', /\b(?:calle|carrera|cl|cra|kr|cll|transversal|diagonal|avenida|av|manzana|mz)\.?\s*\d+/iu],
];

/** Shorter values of a case, such as «Ana», would be found in every other word. */
const LEAST = 4;

/**
 * What looks personal in a notice: a warning to who publishes it, which does not find everything. `delCaso` are the
 * values of the case itself: names, contact, place.
 */
export function personalSigns(texto: string, delCaso: readonly string[] = []): Hallazgo[] {
  const known = delCaso.map(foldText).filter(({ length }) => length >= LEAST);
  return texto.split('\n').flatMap((written, index) => {
    const line = HARMLESS.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), written);
    const folded = ` ${foldText(written)} `;
    const signs = PATTERNS.filter(([, pattern]) => pattern.test(line)).map(([signo]) => signo);
    const ofCase: Signo[] = known.some((value) => folded.includes(` ${value} `)) ? ['DEL_CASO'] : [];
    return [...signs, ...ofCase].map((signo) => ({ linea: index + 1, signo }));
  });
}
