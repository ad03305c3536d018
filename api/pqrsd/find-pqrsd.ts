import { failure, type Failure } from '../base/kernel/failures';
import { err, ok, type Result } from '../base/kernel/result';
import { sameCode, trackingCode } from '../base/sealing/tracking-code';
import { formatNumero, parseNumero } from '../comunicaciones/numero';
import type { Pqrsd } from './pqrsd';

/** Port: the cases that answer to a number. One at most in each book; an external radicado is kept in capitals. */
export interface PqrsdByNumber {
  byRecepcion(recepcion: string): Promise<readonly Pqrsd[]>;
  byRadicado(radicado: string): Promise<readonly Pqrsd[]>;
}

/** The cases that a number typed by a person may mean: by reception number, and by radicado, which is kept in capitals. */
export async function casesNumbered(cases: PqrsdByNumber, numero: string): Promise<readonly Pqrsd[]> {
  const parsed = parseNumero(numero);
  const ours = parsed ? await cases.byRecepcion(formatNumero(parsed)) : [];
  return [...ours, ...(await cases.byRadicado(numero.trim().toUpperCase()))];
}

/** Gives a case to whoever knows its number (reception or radicado) and its tracking code. */
export type FindPqrsd = (numero: string, codigo: string) => Promise<Result<Pqrsd, Failure>>;

/**
 * Failure: WRONG_CODE for an unknown number and for a wrong code alike, so that numbers cannot be probed.
 * @param codigos secret that tracking codes follow from.
 */
export function createFindPqrsd(cases: PqrsdByNumber, codigos: Buffer): FindPqrsd {
  return async (numero, codigo) => {
    const found = (await casesNumbered(cases, numero)).find((pqrsd) =>
      sameCode(trackingCode(codigos, pqrsd._id), codigo),
    );
    return found ? ok(found) : err(failure('WRONG_CODE'));
  };
}
