import { addDays, localDate, type LocalDate } from '../../base/kernel/local-date';
import type { Clock } from '../../base/kernel/clock';
import type { Logger } from '../../base/kernel/logger';
import type { Signer } from '../../base/sealing/signer';
import type { ClockGuard } from '../clock-guard';
import type { Libro } from '../comunicacion';
import { closeDay } from './close-day';
import type { PorSellar } from './por-sellar';
import { LIBROS, type Sello } from './sello';
import type { Sellos } from './sellos';

export interface DailySealDeps {
  readonly entidad: string;
  readonly sellos: Sellos;
  readonly porSellar: PorSellar;
  readonly signer: Signer;
  readonly clock: Clock;
  readonly guard: Pick<ClockGuard, 'check'>;
  readonly logger: Logger;
  /** Address of the witness, when the town has named one. */
  readonly destino: () => string | undefined;
  /** Tells the witness of the newest seal of a book. */
  readonly deliver: (sello: Sello) => Promise<void>;
  readonly maxHojas?: number;
}

/** About 3 MB and a tenth of a second; what does not fit waits for the next day. */
const MAX_HOJAS = 20_000;

/**
 * The sweep that seals each book for the day that ended and tells the witness. It can be run at any time, twice, or by
 * two copies: the seal is stored before its communications are marked, and one that changed meanwhile goes on waiting.
 */
export function createDailySeal(deps: DailySealDeps): () => Promise<void> {
  return async () => {
    for (const libro of LIBROS) {
      const newest = await sealBook(deps, libro);
      if (newest) await deps.deliver(newest);
    }
  };
}

async function sealBook(deps: DailySealDeps, libro: Libro): Promise<Sello | undefined> {
  const { sellos } = deps;
  const last = await sellos.last(libro);
  if (last?.porAplicar) await apply(deps, last);
  const sello = await prepare(deps, libro, last);
  if (!sello) return last;
  if (!(await sellos.insert(sello))) return sellos.last(libro);
  deps.logger.info('seal.made', { libro, n: sello.n, dia: sello.dia, cuenta: sello.cuenta });
  await apply(deps, sello);
  return sello;
}

/** The seal of the day that ended, or undefined when it exists, there is nothing to seal, or the clock is in doubt. */
async function prepare(
  deps: DailySealDeps,
  libro: Libro,
  last: Sello | undefined,
): Promise<Sello | undefined> {
  const { entidad, clock, logger, maxHojas = MAX_HOJAS } = deps;
  const selladoEn = clock.now();
  const dia = addDays(localDate(selladoEn), -1);
  if (last && last.dia >= dia) return undefined;
  const verdict = deps.guard.check(last?.selladoEn);
  if (!verdict.trusted) {
    logger.error('seal.clock-not-trusted', { libro, why: verdict.why, ms: Math.round(verdict.ms) });
    return undefined;
  }
  // What was filed today belongs to today's seal; what was filed before goes in as it is now.
  const pendientes = await deps.porSellar.pending(libro, maxHojas, startOf(addDays(dia, 1)));
  // The official book is sealed every day once it has begun, also when nothing happened: silence would prove nothing.
  if (pendientes.length === 0 && !(last && libro === 'OFICIAL')) return undefined;
  if (pendientes.length === maxHojas) logger.warn('seal.full', { libro, hojas: maxHojas });
  const hayDestino = deps.destino() !== undefined;
  return closeDay({ entidad, libro, dia, selladoEn, last, pendientes, hayDestino }, deps.signer);
}

/** Colombia has kept five hours behind UTC since 1993. */
const startOf = (day: LocalDate): Date => new Date(`${day}T00:00:00-05:00`);

async function apply({ sellos, porSellar }: DailySealDeps, sello: Sello): Promise<void> {
  for (const { id, version } of sello.hojas) await porSellar.markSealed(id, version);
  if (sello.porAplicar) await sellos.markApplied(sello);
}
