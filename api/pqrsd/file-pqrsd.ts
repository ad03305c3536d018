import { failure, type Failure } from '../base/kernel/failures';
import { boundText, type StoreLongText } from '../base/kernel/long-text';
import { cleanText } from '../base/kernel/plain-text';
import { err, ok, type Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { Acuse, Solicitud } from '../base/kernel/solicitud';
import type { FilingQueue } from '../comunicaciones/filing-queue';
import type { Ajustes } from '../puesta-en-marcha/go-live';
import type { Terminos } from '../terminos/terminos';

import { type Decided, prepareNewPqrsd } from './new-pqrsd';
import type { Pqrsd } from './pqrsd';

interface Deps {
  readonly entidad: string;
  readonly ajustes: Ajustes;
  readonly queue: Pick<FilingQueue<Pqrsd>, 'file'>;
  readonly terminos: Pick<Terminos, 'vencimiento'>;
  readonly sealing: Sealing;
  readonly storeLongText: StoreLongText;
  /** The dependencia it goes to first. */
  readonly route: (solicitud: Solicitud) => string;
  readonly acuseOf: (pqrsd: Pqrsd, repetido: boolean) => Acuse;
}

export type FilePqrsd = (solicitud: Solicitud) => Promise<Result<Acuse, Failure>>;

/**
 * Files a petition: every way in ends here. Nothing is asked that the law does not ask (CPACA 16): only a text.
 * Repeating it under the same `clave` gives the same acknowledgement.
 * Failures: EMPTY_TEXT, TERM_UNKNOWN, and those of the attachments and of the filing queue.
 */
export function createFilePqrsd(deps: Deps): FilePqrsd {
  const { storeLongText, queue, acuseOf, sealing } = deps;
  return async (typed) => {
    const bounded = await boundText({ ...typed, texto: cleanText(typed.texto) }, storeLongText);
    if (!bounded.ok) return bounded;
    const solicitud = bounded.value;
    if (solicitud.texto.trim() === '' && solicitud.anexos.length === 0) return err(failure('EMPTY_TEXT'));
    const decided = decide(deps, solicitud);
    if (!decided.ok) return decided;
    const filed = await queue.file(prepareNewPqrsd(solicitud, decided.value, sealing));
    if (!filed.ok) return filed;
    return ok(acuseOf(filed.value.comunicacion, filed.value.repetida));
  };
}

/** Everything about a petition that does not depend on its number. */
function decide(
  { entidad, ajustes, terminos, sealing, route }: Deps,
  solicitud: Solicitud,
): Result<Decided, Failure> {
  const { recibidoEn, tipo } = solicitud;
  const vencimiento = terminos.vencimiento({ recibidoEn, tipo, politica: ajustes.recepcion });
  if (!vencimiento.ok) return vencimiento;
  return ok({
    entidad,
    libro: ajustes.prueba ? 'PRUEBA' : 'OFICIAL',
    serie: ajustes.consecutivos === 'UNA' ? 'U' : 'E',
    radicadoPor: ajustes.radicadoPor,
    // Keyed and one-way: the case does not lead back to the draft, the session or the phone it came from.
    clave: sealing.blind(solicitud.clave, 'pqrsd.clave'),
    dependencia: route(solicitud),
    vencimiento: vencimiento.value,
  });
}
