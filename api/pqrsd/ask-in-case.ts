import { failure, type Failure } from '../base/kernel/failures';
import { err, type Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { Libro } from '../comunicaciones/comunicacion';
import { casesNumbered, type PqrsdByNumber } from './find-pqrsd';
import { officialId } from './official-id';
import type { Pqrsd } from './pqrsd';
import type { SayInCase } from './say-in-case';

interface Deps {
  readonly cases: PqrsdByNumber;
  /** The book in use: a number of the rehearsal is not one of the official book. */
  readonly libro: Libro;
  readonly say: SayInCase;
  readonly sealing: Sealing;
}

/** A question of the office to the person, in their case. */
export interface Pregunta {
  readonly clave: string;
  readonly texto: string;
  /** Name of who asks. */
  readonly quien: string;
}

/**
 * The office asks in a case. It is neither an answer nor a requirement of art. 17 CPACA: the term runs on.
 * Failures: NOT_FOUND, and those of saying.
 */
export function createAskInCase({ cases, libro, say, sealing }: Deps) {
  return async (numero: string, { clave, texto, quien }: Pregunta): Promise<Result<Pqrsd, Failure>> => {
    const found = (await casesNumbered(cases, numero)).find((one) => one.libro === libro);
    if (!found) return err(failure('NOT_FOUND'));
    const voice = { tipo: 'PREGUNTAR', por: officialId(quien, sealing) } as const;
    return say(found, voice, { clave, texto, anexos: [], quien });
  };
}
