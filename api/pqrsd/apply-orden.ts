import type { Clock } from '../base/kernel/clock';
import { failure, type Failure } from '../base/kernel/failures';
import { err, ok, type Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import { linkEvent } from '../comunicaciones/book-chain';
import { legalCheck, type Rules } from './legal-checks';
import type { Pqrsd } from './pqrsd';
import { sealWords } from './orden-words';
import { porAvisarAfter } from './por-avisar';
import { datesInForce } from './recalcular/dates-in-force';
import type { Orden } from './orden';
import { transition } from './transitions';

/** Port: writes a case back if nobody changed it since it was read. */
export interface PqrsdStore {
  byId(id: string): Promise<Pqrsd | undefined>;
  /** False when the stored version is not `pqrsd.version - 1`. */
  replace(pqrsd: Pqrsd): Promise<boolean>;
}

interface Deps {
  readonly cases: PqrsdStore;
  readonly terminos: Rules;
  readonly sealing: Sealing;
  readonly clock: Clock;
}

/**
 * Carries out an official's order on a case: state, dates and event in one write. The date printed on the constancia
 * never changes; what was said under a key is not said again. Failures: NOT_FOUND, VERSION_CONFLICT, and those of the
 * transition and of the terms.
 * @param por the official's internal id.
 */
export function createApplyOrden({ cases, terminos, clock, sealing }: Deps) {
  return async (id: string, orden: Orden, por: string): Promise<Result<Pqrsd, Failure>> => {
    const pqrsd = await cases.byId(id);
    if (!pqrsd) return err(failure('NOT_FOUND'));
    if ('clave' in orden && wasSaid(pqrsd, orden.clave)) return ok(pqrsd);
    const decided = transition(pqrsd.pqrsd, orden);
    if (!decided.ok) return decided;
    const now = clock.now();
    const lawful = legalCheck(pqrsd, orden, now, terminos);
    if (!lawful.ok) return lawful;
    const n = pqrsd.version + 1;
    const { datos: words, sello } = sealWords(pqrsd, orden, now, sealing);
    const { tipo, datos } = decided.value.evento;
    const evento = { tipo, datos: sello === undefined ? datos : { ...datos, palabras: sello } };
    const changed = { ...pqrsd.pqrsd, ...decided.value.cambios, ...words };
    const dated = MOVES_THE_TERM.has(orden.tipo) ? datesInForce(pqrsd, changed, terminos) : ok(changed);
    if (!dated.ok) return dated;
    const last = pqrsd.eventos.at(-1)?.hash ?? '';
    const next: Pqrsd = {
      ...pqrsd,
      ...(orden.tipo === 'NUMERAR' && { radicado: orden.radicado }),
      pqrsd: { ...dated.value, ...porAvisarAfter(pqrsd.pqrsd, dated.value, { n, tipo }) },
      version: n,
      porSellar: true,
      eventos: [...pqrsd.eventos, linkEvent(last, { n, en: now, por, ...evento })],
    };
    return (await cases.replace(next)) ? ok(next) : err(failure('VERSION_CONFLICT'));
  };
}

/** Only these count a term again: with any other order, not even another calendar changes a date. */
const MOVES_THE_TERM: ReadonlySet<Orden['tipo']> = new Set([
  'RECLASIFICAR',
  'REQUERIR',
  'COMPLETAR',
  'PRORROGAR',
  'RECALCULAR',
]);

/** Whether something was said in a case under that key. */
export const wasSaid = ({ eventos }: Pqrsd, clave: string): boolean =>
  eventos.some(({ datos }) => datos['clave'] === clave);
