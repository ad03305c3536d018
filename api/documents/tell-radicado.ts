import type { Correo, CorreoFailure, MensajeCorreo } from '../base/correo/correo';
import type { Clock } from '../base/kernel/clock';
import type { Failure } from '../base/kernel/failures';
import type { Logger } from '../base/kernel/logger';
import type { Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { openPeticionario } from '../pqrsd/seal-case';
import type { Orden } from '../pqrsd/orden';
import type { CasosDelLibro } from './entregas';
import type { Aviso, RadicadoReclamado, RadicadosExternos } from './radicados-externos';

export interface TellDeps {
  readonly externos: Pick<RadicadosExternos, 'due' | 'changeAviso'>;
  readonly casos: Pick<CasosDelLibro, 'byId'>;
  readonly correo: Correo;
  readonly sealing: Sealing;
  readonly applyOrden: (id: string, orden: Orden, por: string) => Promise<Result<Pqrsd, Failure>>;
  /** The message, without its address. */
  readonly messageFor: MessageFor;
  /** The note that proves the sending, in the case. */
  readonly noteOf: (radicado: string, idMensaje: string) => string;
  readonly clock: Clock;
  readonly logger: Logger;
}

export type MessageFor = (
  pqrsd: Pqrsd,
  reclamado: RadicadoReclamado,
  posibleRepeticion: boolean,
) => Promise<Omit<MensajeCorreo, 'para'>>;

const MINUTE = 60_000;
const BATCH = 20;
/** How long a try without an answer is left alone: the server may still be at it. */
const PATIENCE_MS = 10 * MINUTE;
const DAY_MS = 24 * 60 * MINUTE;
/** An address refused so many times, a day apart, is left to a person. */
const MAX_REFUSALS = 5;

/** A quarter of an hour after the first try, twice as long after each, up to six hours. */
export const waitMs = (intentos: number): number => Math.min(2 ** (intentos - 1) * 15, 360) * MINUTE;

/**
 * Tells by e-mail, to who left an address, the official number that arrived. The try is stored before it is made; one
 * left without an answer is made again under the same Message-ID, saying so; what was sent is noted in the case. Without
 * a mail server the notice goes on waiting.
 */
export function createTellRadicado(deps: TellDeps): () => Promise<void> {
  return async () => {
    for (const reclamado of await deps.externos.due(deps.clock.now(), BATCH)) await tell(deps, reclamado);
  };
}

async function tell(deps: TellDeps, reclamado: RadicadoReclamado): Promise<void> {
  const { externos, casos, correo, sealing, clock, logger } = deps;
  const { radicado, caso, aviso } = reclamado;
  const pqrsd = await casos.byId(caso);
  if (!aviso || !pqrsd) return;
  const para = openPeticionario(pqrsd, sealing)?.correo;
  if (para === undefined) {
    await externos.changeAviso(radicado, aviso, settled('SIN_CORREO', aviso, clock.now()));
    return;
  }
  const attempt = attemptAfter(aviso, clock.now());
  if (!(await externos.changeAviso(radicado, aviso, attempt))) return;
  const mensaje = await deps.messageFor(pqrsd, reclamado, attempt.posibleRepeticion === true);
  const sent = await correo.send({ ...mensaje, para });
  if (sent.ok) await note(deps, pqrsd, radicado, mensaje.idMensaje);
  await externos.changeAviso(radicado, attempt, outcomeOf(sent, aviso, attempt, clock.now()));
  if (!sent.ok) logger.warn('gestor.radicado-not-told', { efecto: sent.failure.efecto });
}

/** The proof stays in the case. One that cannot be written now is still in the record of the notice. */
async function note(deps: TellDeps, { _id }: Pqrsd, radicado: string, idMensaje: string): Promise<void> {
  const nota = deps.noteOf(radicado, idMensaje);
  const noted = await deps.applyOrden(_id, { tipo: 'ANOTAR', nota }, 'sistema');
  if (!noted.ok) deps.logger.warn('gestor.notice-not-noted', { code: noted.failure.code });
}

const settled = (estado: Aviso['estado'], { intentos }: Aviso, en: Date): Aviso => ({ estado, intentos, en });

const later = (en: Date, ms: number): Date => new Date(en.getTime() + ms);

const attemptAfter = (aviso: Aviso, en: Date): Aviso => ({
  estado: 'ENVIANDO',
  intentos: aviso.intentos + 1,
  en,
  proximoEn: later(en, PATIENCE_MS),
  posibleRepeticion:
    aviso.posibleRepeticion === true || aviso.estado === 'ENVIANDO' || aviso.estado === 'INCIERTO',
});

function outcomeOf(sent: Result<unknown, CorreoFailure>, before: Aviso, attempt: Aviso, en: Date): Aviso {
  if (sent.ok) return settled('ENVIADO', attempt, en);
  const { code, efecto } = sent.failure;
  // Nobody configured a server: nothing was tried.
  if (code === 'DECISION_MISSING') return { ...before, en, proximoEn: later(en, waitMs(1)) };
  if (efecto === 'RECHAZADO') {
    const again = attempt.intentos < MAX_REFUSALS ? later(en, DAY_MS) : undefined;
    return { ...attempt, estado: 'RECHAZADO', en, proximoEn: again };
  }
  const estado = efecto === 'INCIERTO' ? 'INCIERTO' : 'POR_CONTAR';
  return { ...attempt, estado, en, proximoEn: later(en, Math.max(PATIENCE_MS, waitMs(attempt.intentos))) };
}
