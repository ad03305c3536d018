import type { Scheduler } from '../base/jobs/scheduler';
import type { Clock } from '../base/kernel/clock';
import { localDate } from '../base/kernel/local-date';
import type { Logger } from '../base/kernel/logger';
import type { Avisos } from './avisos';
import type { CompleteAviso } from './complete-aviso';

interface Deps {
  readonly avisos: Pick<Avisos, 'porCompletar'>;
  readonly complete: CompleteAviso;
  readonly clock: Clock;
  readonly logger: Logger;
}

const PASS = 100;
const MINUTE = 60_000;

/** Finishes what was cut, and removes what ended its last day; gives how many it took further. */
export function createSweepAvisos({ avisos, complete, clock, logger }: Deps) {
  return async (): Promise<number> => {
    let done = 0;
    for (const aviso of await avisos.porCompletar(localDate(clock.now()), PASS)) {
      const result = await complete(aviso);
      if (result.ok) done += 1;
      else logger.error('avisos.not-completed', { aviso: aviso._id, code: result.failure.code });
    }
    return done;
  };
}

/** Every minute: a notice ends with its day. */
export function scheduleAvisos(scheduler: Pick<Scheduler, 'every'>, sweep: () => Promise<number>): void {
  scheduler.every('avisos', { everyMs: MINUTE }, async () => void (await sweep()));
}
