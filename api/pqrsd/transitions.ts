import type { LocalDate } from '../base/kernel/local-date';
import { failure, type Failure } from '../base/kernel/failures';
import { err, ok, type Result } from '../base/kernel/result';
import type { AnexoNoRecibido, AnexoRecibido } from '../base/kernel/solicitud';
import type { EstadoPqrsd, TipoPqrsd } from '../base/kernel/vocabulary';
import type { EventData } from '../comunicaciones/book-chain';
import type { DatosPqrsd } from './pqrsd';
import { OPEN_STATES } from './pqrsd';
import { isFull, SPOKEN_STATES } from './spoken-in';

/** What an official can do to a case. `motivo` and `nota` are words: `applyOrden` seals them before anything is stored. */
export type Orden =
  | { readonly tipo: 'ASIGNAR'; readonly dependencia: string }
  | { readonly tipo: 'RECLASIFICAR'; readonly a: TipoPqrsd; readonly motivo: string }
  | { readonly tipo: 'REQUERIR'; readonly dia: LocalDate; readonly motivo: string }
  | { readonly tipo: 'COMPLETAR'; readonly dia: LocalDate }
  | { readonly tipo: 'PRORROGAR'; readonly dias: number; readonly motivo: string; readonly prueba: string }
  | { readonly tipo: 'TRASLADAR'; readonly entidadDestino: string; readonly salida: string }
  | { readonly tipo: 'RESPONDER'; readonly salida: string; readonly prueba: string }
  | { readonly tipo: 'DESISTIR'; readonly modo: 'EXPRESO' | 'TACITO'; readonly motivo: string }
  | { readonly tipo: 'ANULAR'; readonly motivo: string }
  | { readonly tipo: 'ANOTAR'; readonly nota: string }
  /** The person adds to the case or answers in it; `clave` makes it happen once. */
  | ({ readonly tipo: 'ADICIONAR' } & DichoEnCaso)
  /** The office asks or tells the person something in the case. It is not an answer nor a requirement of art. 17. */
  | ({ readonly tipo: 'PREGUNTAR' } & DichoEnCaso)
  /** A named official listened to a verbal petition and wrote what is asked and why (Decreto 1166 de 2016, items 4, 5 and 7). */
  | {
      readonly tipo: 'ESCUCHAR';
      readonly objeto: string;
      readonly razones: string;
      readonly recibe: { readonly nombre: string; readonly cargo?: string };
    }
  /** The official number that another Ventanilla assigned arrived. The term runs from reception all the same. */
  | { readonly tipo: 'NUMERAR'; readonly radicado: string; readonly fecha: LocalDate }
  /** A public notice about the case is posted, once; the event is the proof of what and until when. */
  | {
      readonly tipo: 'FIJAR_AVISO';
      readonly aviso: string;
      readonly huella: string;
      readonly desfijaEl: LocalDate;
    }
  /** It was removed; its instants (ISO) are those between which everybody could read it. */
  | {
      readonly tipo: 'DESFIJAR_AVISO';
      readonly aviso: string;
      readonly huella: string;
      readonly fijadoEn: string;
      readonly desfijadoEn: string;
    }
  /** The calendar changed: the date told is counted again with it, from the same facts. By the program, never by hand. */
  | {
      readonly tipo: 'RECALCULAR';
      readonly antes: LocalDate;
      readonly ahora: LocalDate;
      /** Version of the calendar. */
      readonly calendario: string;
    };

/** Something said in a case after its filing. */
export interface DichoEnCaso {
  /** Keyed and one-way: the same one again changes nothing. */
  readonly clave: string;
  readonly texto: string;
  readonly anexos: readonly AnexoRecibido[];
  readonly noRecibidos?: readonly AnexoNoRecibido[];
  /** Name of who writes for the office; sealed with the words. */
  readonly quien?: string;
}

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

function changesOf(datos: DatosPqrsd, orden: Orden): Partial<DatosPqrsd> {
  switch (orden.tipo) {
    case 'ASIGNAR':
      return { dependencia: orden.dependencia };
    case 'RECLASIFICAR':
      return { tipo: orden.a };
    case 'REQUERIR':
      return { requerimiento: { requerido: orden.dia } };
    case 'COMPLETAR':
      return { requerimiento: datos.requerimiento && { ...datos.requerimiento, respondido: orden.dia } };
    case 'PRORROGAR':
      return { prorrogaDias: orden.dias };
    case 'TRASLADAR':
    case 'RESPONDER':
      return { salida: orden.salida };
    case 'ESCUCHAR':
      return { porEscuchar: undefined };
    case 'FIJAR_AVISO':
    case 'DESFIJAR_AVISO':
      return { avisos: avisosAfter(datos, orden) };
    // The rest change the state at most, or leave sealed words (`sealWords`).
    default:
      return {};
  }
}

function avisosAfter(
  { avisos = [] }: DatosPqrsd,
  { tipo, aviso }: Extract<Orden, { readonly aviso: string }>,
): DatosPqrsd['avisos'] {
  if (tipo === 'FIJAR_AVISO') return [...avisos, { aviso, desfijado: false }];
  return avisos.map((one) => (one.aviso === aviso ? { aviso, desfijado: true } : one));
}

/** What the event of an order says. Words and names of people stay out: a commitment to them takes their place. */
function factsOf(orden: Orden): EventData {
  switch (orden.tipo) {
    case 'ADICIONAR':
    case 'PREGUNTAR':
      return { clave: orden.clave, anexos: orden.anexos.map(({ sha256 }) => sha256) };
    case 'ESCUCHAR':
      return {};
    case 'RECLASIFICAR':
    case 'REQUERIR':
    case 'PRORROGAR':
    case 'DESISTIR':
    case 'ANULAR': {
      const { tipo: _tipo, motivo: _motivo, ...facts } = orden;
      return facts;
    }
    case 'ANOTAR':
      return {};
    default: {
      const { tipo: _tipo, ...facts } = orden;
      return facts;
    }
  }
}
