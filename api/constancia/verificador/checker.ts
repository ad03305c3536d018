import type { ClavePublica } from '../../base/sealing/signer';
import type { Subtle } from '../check-locally';
import type { TokenPayload } from '../token-payload';

/** What the verifier says first of anything: it holds, it does not, or this file cannot tell. */
export type Veredicto = 'VALIDA' | 'NO_VALIDA' | 'NO_SE_PUEDE';

/** The finding about what was given; its words are `verificador.<clase>.<motivo>` and those of its rows. */
export interface Hallazgo {
  readonly veredicto: Veredicto;
  readonly clase: string;
  readonly motivo: string;
  readonly detalle?: Readonly<Record<string, string>>;
  /** What it says, to be compared with what is on paper: the name of the row, and its value. */
  readonly filas: readonly (readonly [string, string])[];
  /** It was made in a rehearsal: PRUEBA – SIN VALIDEZ OFICIAL. */
  readonly prueba: boolean;
  /** Texts and files can be compared with it. */
  readonly payload?: TokenPayload;
}

/** What was pasted or read from a file; `json` when it is JSON. */
export interface Entrada {
  readonly texto: string;
  readonly json?: unknown;
}

export interface Tools {
  readonly claves: readonly ClavePublica[];
  /** Undefined where the browser has no cryptography at all. */
  readonly subtle: Subtle | undefined;
}

/** Verifies one kind of thing. To add a kind: one file, one line in `checkers.ts`, its words. */
export interface Checker {
  readonly reads: (entrada: Entrada) => boolean;
  readonly check: (entrada: Entrada, tools: Tools) => Hallazgo | Promise<Hallazgo>;
}

export const finding = (
  clase: string,
  veredicto: Veredicto,
  motivo: string,
  more: Partial<Pick<Hallazgo, 'detalle' | 'filas' | 'prueba' | 'payload'>> = {},
): Hallazgo => ({ clase, veredicto, motivo, filas: [], prueba: false, ...more });
