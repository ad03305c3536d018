import type { Pqrsd } from '../pqrsd/pqrsd';
import { annotated, type CloseDeps, ended, proveInCase } from './close';
import type { Intento, Notificacion } from './notificacion';
import { planOf } from './plan';
import { endOf, intentoAfter, isInFlight, lookLate, nextPoll } from './poll';
import type { Notificaciones } from './ports';
import { nextIn } from './rest-of-plan';
import { situacionOf, type SituacionDeps } from './situacion';
import { givenUp, keep, type TryDeps, tryStep } from './try-step';

export interface AdvanceDeps extends TryDeps, SituacionDeps, CloseDeps {
  readonly notificaciones: Pick<Notificaciones, 'change'>;
  readonly chat?: TryDeps['chat'];
  readonly correo?: TryDeps['correo'];
  readonly content: TryDeps['content'];
  readonly terminos: TryDeps['terminos'] & SituacionDeps['terminos'];
  readonly casos: { byId(id: string): Promise<Pqrsd | undefined> };
}

/** More steps in a row than a notice can have: something goes round. */
const MAX_STEPS = 20;

/** Takes a notice as far as it can go now. Safe to run twice, or in two copies at once. */
export function createAdvance(deps: AdvanceDeps): (notificacion: Notificacion) => Promise<void> {
  return async (notificacion) => {
    const caso = await deps.casos.byId(notificacion.caso);
    if (!caso) throw new Error(`${notificacion._id} is of no case`);
    let current: Notificacion | undefined = notificacion;
    for (let steps = 0; current && steps < MAX_STEPS; steps++) current = await step(deps, current, caso);
  };
}

/** One write, or none; gives what is to be taken further at once. */
async function step(deps: AdvanceDeps, before: Notificacion, caso: Pqrsd): Promise<Notificacion | undefined> {
  const { notificaciones, clock } = deps;
  if (before.porAnotar) return annotate(deps, before);
  const end = endOf(before.intentos);
  if (end) return put(deps, ended(before, end, before.intentos, clock.now()));
  if (before.estado === 'PENDIENTE_DE_AVISO') return waitForAviso(deps, before, caso);
  const last = before.intentos.at(-1);
  if (last && isInFlight(last)) return poll(deps, before, last);
  const now = clock.now();
  const plan = planOf(await situacionOf(before, caso, now, deps));
  const known = before.intentos.map(asKnown);
  const next = nextIn(plan, known, now);
  if (next.medio === 'AVISO') {
    const intentos = known.map(givenUp);
    const version = before.version + 1;
    return put(deps, { ...before, estado: 'PENDIENTE_DE_AVISO', intentos, proximoEn: now, version });
  }
  if (next.desde <= now)
    return goOn(await tryStep({ ...deps, notificaciones }, before, caso, next.medio), deps);
  await keep(deps, before, before.intentos, next.desde);
  return undefined;
}

/** The mail server was given time to answer: nobody knows whether it has the message. */
const asKnown = (intento: Intento): Intento =>
  intento.medio === 'CORREO' && intento.estado === 'ENVIANDO' ? { ...intento, estado: 'INCIERTO' } : intento;

const put = async ({ notificaciones }: AdvanceDeps, next: Notificacion): Promise<Notificacion | undefined> =>
  (await notificaciones.change(next)) ? next : undefined;

/** What is due is taken further now; the rest, when its time comes. */
const goOn = (stored: Notificacion | undefined, { clock }: AdvanceDeps): Notificacion | undefined =>
  stored?.proximoEn && stored.proximoEn <= clock.now() ? stored : undefined;

async function poll(
  deps: AdvanceDeps,
  before: Notificacion,
  last: Intento,
): Promise<Notificacion | undefined> {
  const said = await deps.chat?.estado(last.envio ?? '');
  const now = deps.clock.now();
  const intento = intentoAfter(last, said, now);
  const proximoEn = isInFlight(intento) ? nextPoll(intento, now) : now;
  return goOn(await keep(deps, before, [...before.intentos.slice(0, -1), intento], proximoEn), deps);
}

/** Until a public notice about the case is posted after the event, or what was given up arrives late. */
async function waitForAviso(
  deps: AdvanceDeps,
  before: Notificacion,
  { eventos }: Pqrsd,
): Promise<Notificacion | undefined> {
  const now = deps.clock.now();
  const { intentos, proximoEn } = await lookLate(before, deps);
  const posted = eventos.some(({ tipo, n }) => tipo === 'AVISO_FIJADO' && n > before.n);
  const end = endOf(intentos) ?? (posted ? 'PUBLICADA' : undefined);
  if (end) return put(deps, ended(before, end, intentos, now));
  await deps.notificaciones.change({ ...before, intentos, proximoEn, version: before.version + 1 });
  return undefined;
}

async function annotate(deps: AdvanceDeps, before: Notificacion): Promise<undefined> {
  const proved = await proveInCase(deps, before);
  if (proved.ok) await deps.notificaciones.change(annotated(before));
  else deps.logger.warn('notificaciones.not-proved', { code: proved.failure.code });
  return undefined;
}
