import { failure, type Failure } from '../base/kernel/failures';
import { boundText, type StoreLongText } from '../base/kernel/long-text';
import { cleanText } from '../base/kernel/plain-text';
import { err, type Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import { wasSaid } from './apply-orden';
import type { Pqrsd } from './pqrsd';
import { openMensaje } from './seal-case';
import { isSpokenIn, MAX_MENSAJE_BYTES } from './spoken-in';
import type { DichoEnCaso, Orden } from './orden';

/** Carries out an order on a case. */
export type ApplyOrden = (id: string, orden: Orden, por: string) => Promise<Result<Pqrsd, Failure>>;

export interface SayDeps {
  readonly applyOrden: ApplyOrden;
  readonly sealing: Sealing;
  readonly storeLongText: StoreLongText;
}

/** Who says it: the order that it is, and the author of its event. */
interface Voice {
  readonly tipo: 'ADICIONAR' | 'PREGUNTAR';
  readonly por: string;
}

/** Losing to another write this many times in a row means something other than a race. */
const MAX_RACES = 8;

/**
 * Says something in a case, once for each `clave`. Failures: EMPTY_TEXT, CASE_CLOSED, CASE_FULL,
 * IDEMPOTENCY_KEY_REUSED when that key said something else, VERSION_CONFLICT, and those of a text stored as a file.
 */
export function createSayInCase({ applyOrden, sealing, storeLongText }: SayDeps) {
  const applied = async (id: string, orden: Orden, por: string): Promise<Result<Pqrsd, Failure>> => {
    for (let races = 1; ; races++) {
      const done = await applyOrden(id, orden, por);
      const isRace = !done.ok && done.failure.code === 'VERSION_CONFLICT';
      if (!isRace || races === MAX_RACES) return done;
    }
  };
  return async (found: Pqrsd, { tipo, por }: Voice, typed: DichoEnCaso): Promise<Result<Pqrsd, Failure>> => {
    const clave = sealing.blind(typed.clave, 'pqrsd.mensaje');
    if (!isSpokenIn(found.pqrsd) && !wasSaid(found, clave)) return err(failure('CASE_CLOSED'));
    const cleaned = { ...typed, texto: cleanText(typed.texto).trim() };
    const bounded = await boundText(cleaned, storeLongText, MAX_MENSAJE_BYTES);
    if (!bounded.ok) return bounded;
    const said = { ...bounded.value, clave };
    if (said.texto === '' && said.anexos.length === 0 && !said.noRecibidos?.length)
      return err(failure('EMPTY_TEXT'));
    const done = await applied(found._id, { tipo, ...said }, por);
    if (!done.ok) return done.failure.code === 'TRANSITION_NOT_ALLOWED' ? err(failure('CASE_CLOSED')) : done;
    return isWhatWasSaid(done.value, said, sealing) ? done : err(failure('IDEMPOTENCY_KEY_REUSED'));
  };
}

export type SayInCase = ReturnType<typeof createSayInCase>;

/** Whether the case holds these words and files under this key, and not others. */
function isWhatWasSaid({ pqrsd, eventos }: Pqrsd, said: DichoEnCaso, sealing: Sealing): boolean {
  const n = eventos.find(({ datos }) => datos['clave'] === said.clave)?.n;
  const mensaje = pqrsd.mensajes?.find((one) => one.n === n);
  if (!mensaje) return false;
  const { texto } = openMensaje(mensaje.sellado, sealing);
  return texto === said.texto && mensaje.anexos.map(sha).join() === said.anexos.map(sha).join();
}

const sha = ({ sha256 }: { readonly sha256: string }): string => sha256;
