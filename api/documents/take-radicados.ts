import type { Clock } from '../base/kernel/clock';
import type { Failure } from '../base/kernel/failures';
import { localDate } from '../base/kernel/local-date';
import type { Logger } from '../base/kernel/logger';
import type { Result } from '../base/kernel/result';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { Orden } from '../pqrsd/orden';
import type { DocumentManagement, LoteRadicados, MotivoFila, RadicadoExterno } from './document-management';
import type { CasosDelLibro } from './entregas';
import type { RadicadosExternos } from './radicados-externos';

export interface TakeDeps {
  readonly gestor: Pick<DocumentManagement, 'radicados'>;
  readonly casos: Pick<CasosDelLibro, 'byRecepcion' | 'byRadicado'>;
  readonly externos: RadicadosExternos;
  readonly applyOrden: (id: string, orden: Orden, por: string) => Promise<Result<Pqrsd, Failure>>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A row with its case, good to be taken. */
interface Fila extends RadicadoExterno {
  readonly pqrsd: Pqrsd;
}

/**
 * Takes the official numbers that the entity's Ventanilla assigned. A lot is judged whole before any of it is taken; one
 * that a death left half taken is taken again from its start, and what it already did stays as it is.
 */
export function createTakeRadicados(deps: TakeDeps): () => Promise<void> {
  return async () => {
    for await (const lote of deps.gestor.radicados()) await takeLot(deps, lote);
  };
}

async function takeLot(deps: TakeDeps, lote: LoteRadicados): Promise<void> {
  const { logger } = deps;
  const fallas = [...lote.fallas];
  const filas: Fila[] = [];
  for (const fila of lote.filas) {
    const judged = await judge(deps, fila);
    if (typeof judged === 'string') fallas.push({ linea: fila.linea, motivo: judged });
    else filas.push(judged);
  }
  if (fallas.length > 0) {
    logger.warn('gestor.radicados-refused', { fallas: fallas.length });
    return lote.reject(fallas.toSorted((a, b) => a.linea - b.linea));
  }
  for (const fila of filas) {
    // Changed meanwhile: the whole lot waits for the next run, which finds this much done.
    if (!(await number(deps, fila, lote.nombre))) return;
  }
  await lote.accept();
  logger.info('gestor.radicados-taken', { cuantos: filas.length });
}

async function judge(
  { casos, externos, clock }: TakeDeps,
  fila: RadicadoExterno,
): Promise<Fila | MotivoFila> {
  const pqrsd = await casos.byRecepcion(fila.recepcion);
  if (!pqrsd) return 'SIN_CASO';
  const { _id: id } = pqrsd;
  const owner = (await externos.find(fila.radicado))?.caso;
  // Taken before, by a run that could not end.
  const done = owner === id && pqrsd.radicado === fila.radicado;
  if (pqrsd.radicado !== undefined && !done) return 'YA_TIENE_OTRO';
  const holder = owner ?? (await casos.byRadicado(fila.radicado))?._id;
  if (holder !== undefined && holder !== id) return 'RADICADO_DE_OTRO';
  if (fila.fecha < localDate(pqrsd.recibidoEn)) return 'FECHA_ANTERIOR';
  if (fila.fecha > localDate(clock.now())) return 'FECHA_FUTURA';
  return { ...fila, pqrsd };
}

/** First the number is claimed for its case, then the case says it, then its notice begins to wait. */
async function number(deps: TakeDeps, fila: Fila, lote: string): Promise<boolean> {
  const { externos, applyOrden, clock, logger } = deps;
  const { recepcion, radicado, fecha, pqrsd } = fila;
  const en = clock.now();
  const claimed = await externos.claim({ radicado, caso: pqrsd._id, recepcion, fecha, lote, en });
  if (claimed.caso !== pqrsd._id) return false;
  if (pqrsd.radicado === undefined) {
    const numbered = await applyOrden(pqrsd._id, { tipo: 'NUMERAR', radicado, fecha }, 'sistema');
    if (!numbered.ok) {
      logger.warn('gestor.not-numbered', { recepcion, code: numbered.failure.code });
      return false;
    }
  }
  if (!claimed.aviso) await externos.changeAviso(radicado, undefined, firstAviso(pqrsd, en));
  return true;
}

/** An anonymous person left no address and is not looked for. */
const firstAviso = ({ pqrsd }: Pqrsd, en: Date) =>
  pqrsd.correoCiego === undefined
    ? ({ estado: 'SIN_CORREO', intentos: 0, en } as const)
    : ({ estado: 'POR_CONTAR', intentos: 0, en, proximoEn: en } as const);
