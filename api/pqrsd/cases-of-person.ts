import type { Pqrsd } from './pqrsd';

/** What leads blindly from a person to their cases. An anonymous case has none of these. */
export const RASTROS = ['conversacionCiega', 'documentoCiego', 'correoCiego', 'telefonoCiego'] as const;
export type Rastro = (typeof RASTROS)[number];

/** Port: the open cases of one book that a person left that trace in, newest first, a few at most. */
export interface CasesOfPerson {
  openBy(rastro: Rastro, ciego: string, since?: Date): Promise<readonly Pqrsd[]>;
}

/** As many as one look-up gives. */
export const MAX_CASES = 10;
