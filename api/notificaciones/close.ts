import type { Failure } from '../base/kernel/failures';
import type { Result } from '../base/kernel/result';
import type { Orden } from '../pqrsd/orden';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { EstadoNotificacion, Intento, Notificacion } from './notificacion';
import { hasArrived } from './poll';

export interface CloseDeps {
  readonly applyOrden: (id: string, orden: Orden, por: string) => Promise<Result<Pqrsd, Failure>>;
}

/** Whoever tells is the program: the event names nobody. */
const POR = 'sistema';
/** Tries while somebody else changes the case between reading and writing it. */
const TRIES = 5;

/** A notice that has ended; the case is still to say so. */
export const ended = (
  before: Notificacion,
  estado: EstadoNotificacion,
  intentos: readonly Intento[],
  now: Date,
): Notificacion => ({
  ...before,
  estado,
  intentos,
  proximoEn: now,
  porAnotar: true,
  version: before.version + 1,
});

/** The whole of its tries in one event of the case, once. Failures: those of the case. */
export async function proveInCase({ applyOrden }: CloseDeps, notificacion: Notificacion) {
  const { caso, n, estado, intentos } = notificacion;
  const orden: Orden = {
    tipo: 'AVISAR',
    clave: `notificacion:${n}`,
    de: n,
    resultado: estado,
    medio: estado === 'PUBLICADA' ? 'AVISO' : (intentos.find(hasArrived)?.medio ?? ''),
    intentos: intentos.map(proofOf),
  };
  let result = await applyOrden(caso, orden, POR);
  for (let k = 1; k < TRIES && !result.ok && result.failure.code === 'VERSION_CONFLICT'; k++)
    result = await applyOrden(caso, orden, POR);
  return result;
}

/** `CHAT_PLANTILLA caso_respondido/es_CO ENTREGADO 2026-11-24T14:00:00.000Z sha256=… wamid.…`: nothing of a person. */
const proofOf = ({ medio, plantilla, estado, estadoEn, huella, proveedorId, codigo }: Intento): string =>
  [
    medio,
    ...(plantilla ? [`${plantilla.nombre}/${plantilla.idioma}`] : []),
    estado,
    estadoEn.toISOString(),
    `sha256=${huella}`,
    ...(proveedorId ? [proveedorId] : []),
    ...(codigo ? [`codigo=${codigo}`] : []),
  ].join(' ');

/** Settled for good: nothing more is expected of it. */
export const annotated = ({ porAnotar: _done, proximoEn: _no, ...rest }: Notificacion): Notificacion => ({
  ...rest,
  version: rest.version + 1,
});
