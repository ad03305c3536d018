import { failure, type Failure } from '../base/kernel/failures';
import { err, ok, type Result } from '../base/kernel/result';
import type { EstadoPqrsd } from '../base/kernel/vocabulary';
import type { EventData } from '../comunicaciones/book-chain';
import type { Orden } from './orden';
import { changesOf, factsOf } from './orden-effects';
import type { DatosPqrsd } from './pqrsd';
import { OPEN_STATES } from './pqrsd';
import { isFull, SPOKEN_STATES } from './spoken-in';

/** The event each order leaves in the case. */
const EVENT: Readonly<Record<Orden['tipo'], string>> = {
  ASIGNAR: 'ASIGNADA',
  RECLASIFICAR: 'RECLASIFICADA',
  REQUERIR: 'REQUERIDA',
  COMPLETAR: 'COMPLETADA',
  PRORROGAR: 'PRORROGADA',
  TRASLADAR: 'TRASLADADA',
  RESPONDER: 'RESPONDIDA',
  DESISTIR: 'DESISTIDA',
  ANULAR: 'ANULADA',
  ANOTAR: 'ANOTADA',
  ADICIONAR: 'ADICIONADA',
  PREGUNTAR: 'PREGUNTADA',
  ESCUCHAR: 'ESCUCHADA',
  NUMERAR: 'RADICADA_EXTERNA',
  FIJAR_AVISO: 'AVISO_FIJADO',
  DESFIJAR_AVISO: 'AVISO_DESFIJADO',
  RECALCULAR: 'FECHA_RECALCULADA',
  AVISAR: 'NOTIFICADA',
};

const STARTED: readonly EstadoPqrsd[] = ['RADICADA', 'EN_TRAMITE'];
const OPEN: readonly EstadoPqrsd[] = [...OPEN_STATES];
const SPOKEN: readonly EstadoPqrsd[] = [...SPOKEN_STATES];
const ANY: readonly EstadoPqrsd[] = [...OPEN, 'RESPONDIDA', 'TRASLADADA', 'DESISTIDA', 'ANULADA'];

/** From which states each order is accepted, and the state it leads to; `same` leaves it as it is. */
const TABLE: Readonly<
  Record<Orden['tipo'], { readonly from: readonly EstadoPqrsd[]; readonly to: EstadoPqrsd | 'same' }>
> = {
  ASIGNAR: { from: STARTED, to: 'EN_TRAMITE' },
  RECLASIFICAR: { from: OPEN, to: 'same' },
  REQUERIR: { from: STARTED, to: 'REQUERIDA' },
  COMPLETAR: { from: ['REQUERIDA'], to: 'EN_TRAMITE' },
  PRORROGAR: { from: STARTED, to: 'same' },
  TRASLADAR: { from: OPEN, to: 'TRASLADADA' },
  RESPONDER: { from: OPEN, to: 'RESPONDIDA' },
  DESISTIR: { from: OPEN, to: 'DESISTIDA' },
  ANULAR: { from: STARTED, to: 'ANULADA' },
  ANOTAR: { from: ANY, to: 'same' },
  ADICIONAR: { from: SPOKEN, to: 'same' },
  PREGUNTAR: { from: SPOKEN, to: 'same' },
  ESCUCHAR: { from: OPEN, to: 'same' },
  NUMERAR: { from: ANY, to: 'same' },
  FIJAR_AVISO: { from: ANY, to: 'same' },
  DESFIJAR_AVISO: { from: ANY, to: 'same' },
  RECALCULAR: { from: OPEN, to: 'same' },
  AVISAR: { from: ANY, to: 'same' },
};

/** What an order changes and what its event says. Dates that follow from it are computed by the caller. */
export interface Transition {
  readonly cambios: Partial<DatosPqrsd>;
  readonly evento: { readonly tipo: string; readonly datos: EventData };
}

/**
 * The state machine of a PQRSD: what an order does to a case, without clock, calendar or store.
 * Failure: TRANSITION_NOT_ALLOWED when the case's state does not accept it, or a tacit withdrawal without requirement
 * (CPACA 17), or a second requirement or extension (one of each), or a notice posted or removed twice. CASE_FULL when a
 * side has written too much in it.
 */
export function transition(datos: DatosPqrsd, orden: Orden): Result<Transition, Failure> {
  const { from, to } = TABLE[orden.tipo];
  const refused = err(failure('TRANSITION_NOT_ALLOWED', { estado: datos.estado, orden: orden.tipo }));
  if (!from.includes(datos.estado) || !allowedTwice(datos, orden)) return refused;
  if (hasNoRoom(datos, orden)) return err(failure('CASE_FULL'));
  const estado = to === 'same' ? datos.estado : to;
  return ok({
    cambios: { estado, ...changesOf(datos, orden) },
    evento: { tipo: EVENT[orden.tipo], datos: { ...factsOf(orden), estado } },
  });
}

function allowedTwice(datos: DatosPqrsd, orden: Orden): boolean {
  if (orden.tipo === 'REQUERIR') return datos.requerimiento === undefined;
  if (orden.tipo === 'PRORROGAR') return datos.prorrogaDias === undefined;
  if (orden.tipo === 'ESCUCHAR') return datos.verbal === true;
  if (orden.tipo === 'FIJAR_AVISO') return avisoIn(datos, orden.aviso) === undefined;
  if (orden.tipo === 'DESFIJAR_AVISO') return avisoIn(datos, orden.aviso)?.desfijado === false;
  if (orden.tipo === 'DESISTIR') return orden.modo === 'EXPRESO' || datos.estado === 'REQUERIDA';
  return true;
}

const hasNoRoom = (datos: DatosPqrsd, { tipo }: Orden): boolean =>
  (tipo === 'ADICIONAR' && isFull(datos, 'CIUDADANO')) || (tipo === 'PREGUNTAR' && isFull(datos, 'ENTIDAD'));
const avisoIn = ({ avisos }: DatosPqrsd, id: string) => avisos?.find(({ aviso }) => aviso === id);
