import type { Vencimiento } from '../../terminos/vencimiento';
import type { Pqrsd } from '../pqrsd';
import type { FechaDeCaso } from './count-again';

/** An open case as it is read to count its date again. */
export interface CasoPorRecontar extends FechaDeCaso, Pick<Pqrsd, '_id' | 'version'> {}

/** Port: open cases whose date was counted with another calendar. */
export interface PorRecontar {
  /** All of them, a few in memory at a time; what is recounted meanwhile does not come twice. */
  otherThan(calendario: string): AsyncIterable<CasoPorRecontar>;
  /**
   * Keeps a count that moves nothing, with its proof and its calendar, without an event. False when the case was changed
   * since it was read.
   */
  renew(caso: CasoPorRecontar, vencimiento: Vencimiento): Promise<boolean>;
}
