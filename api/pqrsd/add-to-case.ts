import type { Failure } from '../base/kernel/failures';
import { ok, type Result } from '../base/kernel/result';
import type { Adicion, LlaveDeCaso, Seguimiento } from '../base/kernel/seguimiento';
import { type anonymousAnexos, contentsLeftOut } from '../base/anexos/anonymous-anexos';
import type { Pqrsd } from './pqrsd';
import type { SayInCase } from './say-in-case';
import type { DescribeCase } from './seguimiento/describe-case';

interface Deps {
  readonly openCase: (llave: LlaveDeCaso) => Promise<Result<Pqrsd, Failure>>;
  readonly say: SayInCase;
  readonly describe: DescribeCase;
  /** What is kept of the files of somebody anonymous. */
  readonly anonymousAnexos: typeof anonymousAnexos;
  /** Removes the originals of what somebody anonymous added. It never fails. */
  readonly dropOriginals: (sha256s: readonly string[]) => Promise<void>;
}

export type AddToCase = (adicion: Adicion) => Promise<Result<Seguimiento, Failure>>;

/**
 * The person adds to their case, or answers in it. It is told to the office, and never moves the term: a requirement to
 * complete the petition (CPACA 17) is met when an official says so. Failures: those of opening the case and of saying.
 */
export function createAddToCase(deps: Deps): AddToCase {
  const { openCase, say, describe, anonymousAnexos, dropOriginals } = deps;
  return async ({ caso, clave, texto, anexos, noRecibidos = [] }) => {
    const opened = await openCase(caso);
    if (!opened.ok) return opened;
    const isAnonymous = opened.value.pqrsd.modo === 'ANONIMO';
    const kept = isAnonymous ? anonymousAnexos(anexos, noRecibidos) : { anexos, noRecibidos };
    const said = await say(
      opened.value,
      { tipo: 'ADICIONAR', por: 'ciudadano' },
      {
        clave,
        texto,
        anexos: kept.anexos,
        ...(kept.noRecibidos.length > 0 && { noRecibidos: kept.noRecibidos }),
      },
    );
    if (!said.ok) return said;
    await dropOriginals(contentsLeftOut(anexos, kept.anexos));
    return ok(describe(said.value));
  };
}
