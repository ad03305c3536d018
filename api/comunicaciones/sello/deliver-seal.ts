import type { Texts } from '../../../content/texts';
import type { Correo, CorreoFailure, MensajeCorreo } from '../../base/correo/correo';
import type { Clock } from '../../base/kernel/clock';
import { instantInWords } from '../../base/kernel/local-date';
import type { Logger } from '../../base/kernel/logger';
import type { Result } from '../../base/kernel/result';
import type { EnvioSello, EstadoEnvioSello, Sello } from './sello';
import type { Sellos } from './sellos';

export interface DeliverSealDeps {
  readonly sellos: Pick<Sellos, 'changeEnvio' | 'coverBefore'>;
  readonly correo: Correo;
  readonly destino: () => string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly texts: () => Texts;
  /** The address citizens see: where the feed is, and the domain of the Message-ID. */
  readonly publicUrl: string;
}

const MINUTE = 60_000;

/** How long after coming to a state a new attempt is made; none when it is settled. */
const WAIT_MS: Record<EstadoEnvioSello, number | undefined> = {
  PENDIENTE_DECISION: 0,
  PENDIENTE: 0,
  ENVIANDO: 10 * MINUTE,
  INCIERTO: 10 * MINUTE,
  RECHAZADO: 24 * 60 * MINUTE,
  ENVIADO: undefined,
  CUBIERTO: undefined,
};

/** Whether to try now. Failed attempts wait longer each time, up to six hours. */
export function isDue({ estado, intentos, en }: EnvioSello, now: Date): boolean {
  const wait = WAIT_MS[estado];
  if (wait === undefined) return false;
  const backoff = intentos === 0 ? 0 : Math.min(2 ** (intentos - 1) * 15 * MINUTE, 360 * MINUTE);
  const patience = estado === 'PENDIENTE' || estado === 'INCIERTO' ? Math.max(wait, backoff) : wait;
  return now.getTime() - en.getTime() >= patience;
}

/**
 * Mails a seal's root to the witness. The attempt is stored before it is made; one left without an answer is made again
 * under the same Message-ID, saying so. Without an address nothing is tried and the seal says that a decision is missing.
 */
export function createSealDelivery(deps: DeliverSealDeps): (sello: Sello) => Promise<void> {
  return async (sello) => {
    const { sellos, clock, logger } = deps;
    const destino = deps.destino();
    if (!destino || !isDue(sello.envio, clock.now())) return;
    const attempt = attemptAfter(sello.envio, clock.now());
    if (!(await sellos.changeEnvio(sello, sello.envio, attempt))) return;
    const result = await deps.correo.send(messageFor(deps, sello, destino, attempt));
    const outcome = outcomeOf(result, sello.envio, attempt, clock.now());
    if (!(await sellos.changeEnvio(sello, attempt, outcome))) return;
    if (outcome.estado === 'ENVIADO') await sellos.coverBefore(sello, outcome.en);
    else logger.warn('seal.not-delivered', { libro: sello.libro, n: sello.n, estado: outcome.estado });
  };
}

const attemptAfter = (envio: EnvioSello, en: Date): EnvioSello => ({
  estado: 'ENVIANDO',
  intentos: envio.intentos + 1,
  en,
  posibleRepeticion: envio.posibleRepeticion || envio.estado === 'ENVIANDO' || envio.estado === 'INCIERTO',
});

const AFTER = { NO_ENVIADO: 'PENDIENTE', RECHAZADO: 'RECHAZADO', INCIERTO: 'INCIERTO' } as const;

function outcomeOf(
  result: Result<unknown, CorreoFailure>,
  before: EnvioSello,
  attempt: EnvioSello,
  en: Date,
): EnvioSello {
  if (result.ok) return { ...attempt, estado: 'ENVIADO', en };
  // Nothing was tried: it does not count as an attempt.
  if (result.failure.code === 'DECISION_MISSING') {
    return { ...attempt, estado: 'PENDIENTE_DECISION', intentos: before.intentos, en };
  }
  return { ...attempt, estado: AFTER[result.failure.efecto], en };
}

function messageFor(deps: DeliverSealDeps, sello: Sello, para: string, attempt: EnvioSello): MensajeCorreo {
  const t = deps.texts();
  const { libro, n, desde, dia, cuenta, raiz, anterior, kid, firma } = sello;
  const hechos = { libro, n, desde, dia, cuenta, raiz, anterior, kid, firma };
  const marca = libro === 'PRUEBA' ? `${t('sello.correo.prueba')} ` : '';
  const texto = t('sello.correo.texto', {
    ...hechos,
    hecho: instantInWords(sello.selladoEn),
    publicado: `${deps.publicUrl}/sellos`,
  });
  return {
    para,
    asunto: `${marca}${t('sello.correo.asunto', hechos)}`,
    texto: attempt.posibleRepeticion ? `${t('sello.correo.repeticion')}\n\n${texto}` : texto,
    idMensaje: `sello.${libro}.${n}@${new URL(deps.publicUrl).hostname}`,
  };
}
