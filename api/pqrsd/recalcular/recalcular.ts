import type { Logger } from '../../base/kernel/logger';
import type { Terminos } from '../../terminos/terminos';
import type { ApplyOrden } from '../say-in-case';
import { countAgain, isSameDate } from './count-again';
import type { CasoPorRecontar, PorRecontar } from './por-recontar';

interface Deps {
  readonly porRecontar: PorRecontar;
  readonly terminos: Pick<Terminos, 'calendar' | 'vencimiento'>;
  readonly applyOrden: ApplyOrden;
  readonly logger: Logger;
}

type Outcome = 'IGUAL' | 'MOVIDO' | 'PENDIENTE';

const POR = 'sistema';

/** Cases recounted at a run, and of them those whose date moved. */
export interface Recuento {
  readonly revisados: number;
  readonly movidos: number;
}

/**
 * Counts again the open cases whose date was counted with another calendar, with an event when it moves. Once for each
 * calendar; a case that changed meanwhile waits for the next run.
 */
export function createRecalcular(deps: Deps): () => Promise<Recuento> {
  const { porRecontar, terminos, logger } = deps;
  return async () => {
    let [revisados, movidos] = [0, 0];
    for await (const caso of porRecontar.otherThan(terminos.calendar.version)) {
      const outcome = await recount(caso, deps);
      if (outcome !== 'PENDIENTE') revisados += 1;
      if (outcome === 'MOVIDO') movidos += 1;
    }
    if (revisados > 0) logger.info('calendar.recounted', { revisados, movidos });
    return { revisados, movidos };
  };
}

async function recount(caso: CasoPorRecontar, deps: Deps): Promise<Outcome> {
  const { porRecontar, terminos, applyOrden, logger } = deps;
  const { vencimiento } = caso.pqrsd;
  const counted = countAgain(caso, terminos);
  if (counted.ok && isSameDate(vencimiento, counted.value))
    return (await porRecontar.renew(caso, counted.value)) ? 'IGUAL' : 'PENDIENTE';
  const done = counted.ok
    ? await applyOrden(
        caso._id,
        {
          tipo: 'RECALCULAR',
          antes: vencimiento.fecha,
          ahora: counted.value.fecha,
          calendario: counted.value.version,
        },
        POR,
      )
    : counted;
  if (done.ok) return 'MOVIDO';
  if (!EXPECTED.has(done.failure.code))
    logger.error('calendar.not-recounted', { caso: caso._id, code: done.failure.code });
  return 'PENDIENTE';
}

/** Somebody changed it, or closed it, meanwhile. */
const EXPECTED: ReadonlySet<string> = new Set(['VERSION_CONFLICT', 'TRANSITION_NOT_ALLOWED']);
