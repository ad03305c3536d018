import { type Failure } from '../base/kernel/failures';
import { ok, type Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { FilingResult } from '../comunicaciones/book';
import type { Libro } from '../comunicaciones/comunicacion';
import type { FilingQueue } from '../comunicaciones/filing-queue';
import type { Ajustes } from '../puesta-en-marcha/go-live';
import type { Terminos } from '../terminos/terminos';
import { type Decided, prepareNewPqrsd } from './new-pqrsd';
import type { Pqrsd } from './pqrsd';
import type { Ruta } from '../rutas/route';
import type { Recibida } from './seal-case';

export interface FilingDeps {
  readonly entidad: string;
  readonly ajustes: Ajustes;
  readonly queue: Pick<FilingQueue<Pqrsd>, 'file'>;
  readonly terminos: Pick<Terminos, 'vencimiento'>;
  readonly sealing: Sealing;
  /** The dependencia it goes to first, and those that may not see it. */
  readonly route: (solicitud: Recibida) => Ruta;
}

/** Gives a petition its number, once for each keyed `clave`. */
export type FileUnderClave = (clave: string, recibida: Recibida) => Promise<FilingResult<Pqrsd>>;

/** The book that petitions go to. */
export const libroOf = ({ prueba }: Ajustes): Libro => (prueba ? 'PRUEBA' : 'OFICIAL');

/** Failures: TERM_UNKNOWN, and those of the filing queue. */
export const createFileUnderClave =
  (deps: FilingDeps): FileUnderClave =>
  async (clave, recibida) => {
    const decided = decide(deps, clave, recibida);
    return decided.ok ? deps.queue.file(prepareNewPqrsd(recibida, decided.value, deps.sealing)) : decided;
  };

/** Everything about a petition that does not depend on its number. */
function decide(
  { entidad, ajustes, terminos, route }: FilingDeps,
  clave: string,
  recibida: Recibida,
): Result<Decided, Failure> {
  const { recibidoEn, tipo } = recibida;
  const vencimiento = terminos.vencimiento({ recibidoEn, tipo, politica: ajustes.recepcion });
  if (!vencimiento.ok) return vencimiento;
  return ok({
    entidad,
    libro: libroOf(ajustes),
    serie: ajustes.consecutivos === 'UNA' ? 'U' : 'E',
    radicadoPor: ajustes.radicadoPor,
    clave,
    ...route(recibida),
    vencimiento: vencimiento.value,
  });
}
