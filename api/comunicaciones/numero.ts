/** Kind of official communication: received, sent, internal (Acuerdo AGN 060 de 2001). */
export type Clase = 'E' | 'S' | 'I';

export interface Numero {
  readonly anio: number;
  readonly clase: Clase;
  readonly numero: number;
}

/** `2026-E-000123`. Numbers past 999,999 simply grow. */
export const formatNumero = ({ anio, clase, numero }: Numero): string =>
  `${anio}-${clase}-${String(numero).padStart(6, '0')}`;

const TYPED = /^\s*(\d{4})\s*[-–—./ ]?\s*([ESI])\s*[-–—./ ]?\s*0*(\d{1,9})\s*$/i;

/** Reads a number as people type it: lower case, spaces, other dashes, missing zeros. Undefined when it is not one. */
export function parseNumero(typed: string): Numero | undefined {
  const [, anio, clase, numero] = TYPED.exec(typed) ?? [];
  if (!anio || !clase || !numero || Number(numero) === 0) return undefined;
  return { anio: Number(anio), clase: clase.toUpperCase() as Clase, numero: Number(numero) };
}
