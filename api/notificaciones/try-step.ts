import type { Correo } from '../base/correo/correo';
import type { Clock } from '../base/kernel/clock';
import type { Failure } from '../base/kernel/failures';
import type { Logger } from '../base/kernel/logger';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { openConversacion, openPeticionario } from '../pqrsd/seal-case';
import type { Envoltura, Intento, Medio, Notificacion } from './notificacion';
import { huellaDe, type PalabrasDeps, palabrasDe } from './palabras';
import type { AvisoPorChat, Notificaciones } from './ports';
import { mayRepeat } from './rest-of-plan';

export interface TryDeps extends PalabrasDeps {
  readonly notificaciones: Pick<Notificaciones, 'change'>;
  readonly chat?: AvisoPorChat;
  readonly correo?: Correo;
  readonly clock: Clock;
  readonly logger: Logger;
}

export const SEALED_ENVELOPE = 'notificacion.envoltura';

const MINUTE = 60_000;
/** How long a call without an answer is left alone: a copy of the program may still be at it. */
const CALL_MS = 10 * MINUTE;
/** How soon a message that the chat took charge of is asked after. */
export const FIRST_LOOK_MS = 15_000;

/** Five minutes after the first call that could not be, twice as long after each, up to six hours. */
const waitMs = (veces: number): number => Math.min(2 ** (veces - 1) * 5, 360) * MINUTE;

const later = (en: Date, ms: number): Date => new Date(en.getTime() + ms);

/**
 * Tries a means: the try is stored first, with its words; then it is made; then what came of it is stored. One that was
 * put off, or cut before the chat answered, is made again as it was, under the same key.
 * Gives what is stored, or undefined when there is nothing to do now.
 */
export async function tryStep(
  deps: TryDeps,
  before: Notificacion,
  caso: Pqrsd,
  medio: Medio,
): Promise<Notificacion | undefined> {
  const now = deps.clock.now();
  const last = before.intentos.at(-1);
  const again = last && isUnfinished(last) && last.medio === medio ? last : undefined;
  const intento = again
    ? { ...again, estado: 'ENVIANDO' as const, estadoEn: now, veces: again.veces + 1 }
    : newIntento(deps, before, caso, medio, now);
  if (!intento) throw new Error(`${before._id} has nowhere to go by ${medio}`);
  const past = again ? before.intentos.slice(0, -1) : before.intentos.map(givenUp);
  const sending = await keep(deps, before, [...past, intento], later(now, CALL_MS));
  if (!sending) return undefined;
  const outcome = await call(deps, intento);
  return keep(deps, sending, [...past, outcome], nextLook(outcome, deps.clock.now()));
}

/** Nothing was sent, or nobody knows: there is no word of the provider to wait for. */
const isUnfinished = ({ estado, medio, envio }: Intento): boolean =>
  estado === 'APLAZADO' || (estado === 'ENVIANDO' && medio !== 'CORREO' && envio === undefined);

/** What is left for another means: what was put off was not sent; what was cut may have been. */
export function givenUp(intento: Intento): Intento {
  if (intento.estado === 'APLAZADO') return { ...intento, estado: 'FALLIDO' };
  return intento.estado === 'ENVIANDO' ? { ...intento, estado: 'INCIERTO' } : intento;
}

function newIntento(
  deps: TryDeps,
  { _id, n, hecho, intentos }: Notificacion,
  caso: Pqrsd,
  medio: Medio,
  en: Date,
): Intento | undefined {
  const { sealing, publicUrl } = deps;
  const posibleRepeticion = mayRepeat(intentos.map(givenUp));
  const palabras = palabrasDe({ caso, n, hecho, medio, posibleRepeticion }, deps);
  const a = medio === 'CORREO' ? openPeticionario(caso, sealing)?.correo : openConversacion(caso, sealing);
  if (!palabras || a === undefined) return undefined;
  const { plantilla, ...words } = palabras;
  const envoltura: Envoltura = { a, ...words };
  // A repeated mail keeps its identifier: mailboxes can tell. A chat would take the same key for the same message.
  const clave =
    medio === 'CORREO'
      ? `notificacion.${_id.replace(':', '.')}@${new URL(publicUrl).hostname}`
      : `${_id}:${intentos.length + 1}`;
  return {
    medio,
    estado: 'ENVIANDO',
    clave,
    en,
    estadoEn: en,
    veces: 1,
    huella: huellaDe(words),
    sellado: sealing.seal(JSON.stringify(envoltura), SEALED_ENVELOPE),
    ...(plantilla && { plantilla }),
    ...(posibleRepeticion && { posibleRepeticion }),
  };
}

/** Makes the call; what it leaves in ENVIANDO, nobody knows. */
async function call(deps: TryDeps, intento: Intento): Promise<Intento> {
  // Sealed by this program, so it has the shape it gave it.
  const envoltura = JSON.parse(deps.sealing.open(intento.sellado, SEALED_ENVELOPE)) as Envoltura;
  const outcome = await (intento.medio === 'CORREO' ? mail : say)(deps, intento, envoltura);
  const { estado, codigo } = outcome;
  if (codigo !== undefined)
    deps.logger.warn('notificaciones.not-sent', { medio: intento.medio, estado, codigo });
  return { ...intento, ...outcome, estadoEn: deps.clock.now() };
}

type Outcome = Pick<Intento, 'estado' | 'envio' | 'codigo'>;

const FOR_GOOD: ReadonlySet<Failure['code']> = new Set(['DECISION_MISSING', 'NOT_FOUND', 'INVALID_INPUT']);

async function say({ chat }: TryDeps, { clave, plantilla }: Intento, envoltura: Envoltura): Promise<Outcome> {
  const { a: conversacion, texto, valores = [] } = envoltura;
  const message = plantilla ? { plantilla, valores } : { texto };
  const sent = await chat?.enviar({ clave, conversacion, ...message });
  if (sent?.ok) return { estado: 'ENVIANDO', envio: sent.value.envio };
  const codigo = sent?.failure.code ?? 'DECISION_MISSING';
  return { estado: FOR_GOOD.has(codigo) ? 'FALLIDO' : 'APLAZADO', codigo };
}

async function mail({ correo }: TryDeps, { clave }: Intento, envoltura: Envoltura): Promise<Outcome> {
  const { a: para, asunto = '', texto } = envoltura;
  const sent = await correo?.send({ para, asunto, texto, idMensaje: clave });
  if (sent?.ok) return { estado: 'ACEPTADO' };
  const { code, efecto, detail } = sent?.failure ?? { code: 'DECISION_MISSING', efecto: 'NO_ENVIADO' };
  const codigo = String(detail?.['smtp'] ?? code);
  if (code === 'DECISION_MISSING' || efecto === 'RECHAZADO') return { estado: 'FALLIDO', codigo };
  return { estado: efecto === 'NO_ENVIADO' ? 'APLAZADO' : 'ENVIANDO', codigo };
}

/** When what came of a call is looked at again: at once when something else may be done. */
function nextLook({ estado, veces, envio }: Intento, now: Date): Date {
  if (estado === 'APLAZADO') return later(now, waitMs(veces));
  if (estado === 'ENVIANDO') return later(now, envio === undefined ? CALL_MS : FIRST_LOOK_MS);
  return now;
}

/** What is stored now; undefined when somebody else stored something first. */
export async function keep(
  { notificaciones }: Pick<TryDeps, 'notificaciones'>,
  before: Notificacion,
  intentos: readonly Intento[],
  proximoEn: Date,
): Promise<Notificacion | undefined> {
  const next = { ...before, intentos, proximoEn, version: before.version + 1 };
  return (await notificaciones.change(next)) ? next : undefined;
}
