import type { Clock } from '../base/kernel/clock';
import type { Logger } from '../base/kernel/logger';
import { err, type Result } from '../base/kernel/result';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { DocumentManagement, Entregado, FallaEntrega, MotivoEntrega } from './document-management';
import type { CasosDelLibro, Entregas } from './entregas';
import type { PackCase } from './pack-case';
import type { Paquete } from './paquete';

export interface DeliverDeps {
  readonly entregas: Entregas;
  readonly casos: CasosDelLibro;
  readonly pack: PackCase;
  readonly gestor: Pick<DocumentManagement, 'deliver'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

const MINUTE = 60_000;
/** Cases a run takes: a letter and its files may be large. */
const BATCH = 50;
/** A package that is refused so many times waits for a person. */
export const MAX_TRIES = 5;

/** The wait before the next try at the system: a minute, two, four… up to a quarter of an hour. */
export const pausaMs = (intentos: number): number => Math.min(2 ** (intentos - 1), 15) * MINUTE;

/** The wait before a package is tried again: a minute, then 5, 25 and 125. */
export const reintentoMs = (intentos: number): number => 5 ** (intentos - 1) * MINUTE;

/**
 * Hands over what waits, in the order of the book. When the system takes nothing, everything waits and is tried again
 * later; a package that it refuses is set apart, tried again and, in the end, left to a person, while the rest go on.
 * Safe to run twice: what is there already is not written again.
 */
export function createDeliverCases(deps: DeliverDeps): () => Promise<void> {
  return async () => {
    const { entregas, casos, clock } = deps;
    const { pausa, hasta } = await entregas.linea();
    if (pausa && clock.now() < pausa.hasta) return;
    for (const pqrsd of await casos.after(hasta, BATCH)) {
      if ((await settle(deps, pqrsd, 0)) === 'WAITS') return;
      await entregas.advance(pqrsd, clock.now());
    }
    for (const apartada of await entregas.due(clock.now(), BATCH)) {
      const pqrsd = await casos.byId(apartada.caso);
      const outcome = pqrsd ? await settle(deps, pqrsd, apartada.intentos) : 'GONE';
      if (outcome === 'WAITS') return;
      if (outcome !== 'APART') await entregas.remove(apartada.caso);
      if (outcome === 'DELIVERED') await entregas.resume();
    }
  };
}

/** Delivers a case or sets it apart, unless the system takes nothing: then it waits. */
async function settle(
  deps: DeliverDeps,
  pqrsd: Pqrsd,
  intentos: number,
): Promise<'DELIVERED' | 'APART' | 'WAITS'> {
  const delivered = await tryOnce(deps, pqrsd);
  if (delivered.ok) return 'DELIVERED';
  const { de, motivo } = delivered.failure;
  if (de === 'GESTOR') {
    await pause(deps, motivo);
    return 'WAITS';
  }
  await setAside(deps, pqrsd, motivo, intentos + 1);
  return 'APART';
}

async function setAside(
  { entregas, clock, logger }: DeliverDeps,
  { _id: caso, recepcion, anio, numero }: Pqrsd,
  motivo: MotivoEntrega,
  intentos: number,
): Promise<void> {
  const wait = intentos < MAX_TRIES ? reintentoMs(intentos) : undefined;
  const proximoEn = wait === undefined ? undefined : new Date(clock.now().getTime() + wait);
  await entregas.setAside({ caso, recepcion, anio, numero, motivo, intentos, proximoEn });
  logger.warn(proximoEn ? 'gestor.refused' : 'gestor.dead-letter', { recepcion, motivo, intentos });
}

/** One case that cannot be packed is a bug of its own: it does not keep the others waiting. */
async function tryOnce(
  { pack, gestor, logger }: DeliverDeps,
  pqrsd: Pqrsd,
): Promise<Result<Entregado, FallaEntrega>> {
  let paquete: Paquete;
  try {
    paquete = await pack(pqrsd);
  } catch (cause) {
    logger.error('gestor.not-packed', { recepcion: pqrsd.recepcion }, cause);
    return err({ code: 'INTERNAL', de: 'PAQUETE', motivo: 'SIN_ARMAR' });
  }
  return gestor.deliver(paquete);
}

async function pause({ entregas, clock, logger }: DeliverDeps, motivo: MotivoEntrega): Promise<void> {
  const { pausa } = await entregas.linea();
  const now = clock.now();
  const intentos = (pausa?.intentos ?? 0) + 1;
  const hasta = new Date(now.getTime() + pausaMs(intentos));
  await entregas.pause({ motivo, intentos, desde: pausa?.desde ?? now, hasta });
  logger.warn('gestor.paused', { motivo, intentos });
}
