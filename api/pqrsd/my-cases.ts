import { failure, type Failure } from '../base/kernel/failures';
import { err, ok, type Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { LlaveDeCaso, Seguimiento } from '../base/kernel/seguimiento';
import type { CasesOfPerson } from './cases-of-person';
import type { FindPqrsd } from './find-pqrsd';
import type { Pqrsd } from './pqrsd';
import type { DescribeCase } from './seguimiento/describe-case';

interface Deps {
  readonly cases: CasesOfPerson;
  readonly sealing: Sealing;
}

/** The open cases filed with a name from a chat, newest first; never an anonymous nor a confidential one. */
export type CasesOfChat = (conversacion: string) => Promise<readonly Pqrsd[]>;

export const createCasesOfChat =
  ({ cases, sealing }: Deps): CasesOfChat =>
  async (conversacion) => {
    const found = await cases.openBy('conversacionCiega', sealing.blind(conversacion, 'pqrsd.conversacion'));
    // A case that is neither says whose it is by mistake only: it is not shown all the same.
    return found.filter(({ pqrsd }) => pqrsd.modo === 'IDENTIFICADO');
  };

/** «Mis casos», as their person sees them. */
export const createMyCases =
  (casesOfChat: CasesOfChat, describe: DescribeCase) =>
  async (conversacion: string): Promise<Result<readonly Seguimiento[], Failure>> =>
    ok((await casesOfChat(conversacion)).map(describe));

/** Opens a case with the key its person has. Failures: WRONG_CODE, and NOT_FOUND for a case that is not of that chat. */
export const createOpenCase =
  (find: FindPqrsd, casesOfChat: CasesOfChat) =>
  async (llave: LlaveDeCaso): Promise<Result<Pqrsd, Failure>> => {
    if ('codigo' in llave) return find(llave.numero, llave.codigo);
    const mine = await casesOfChat(llave.conversacion);
    const found = mine.find(({ recepcion }) => recepcion === llave.recepcion);
    return found ? ok(found) : err(failure('NOT_FOUND'));
  };
