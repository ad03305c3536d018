import type { Scheduler } from '../base/jobs/scheduler';
import type { Clock } from '../base/kernel/clock';
import type { Logger } from '../base/kernel/logger';
import type { Notificacion } from './notificacion';
import type { Notificaciones } from './ports';

interface Deps {
  readonly openUntold: () => Promise<number>;
  readonly notificaciones: Pick<Notificaciones, 'due'>;
  readonly advance: (notificacion: Notificacion) => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
}

const EVERY_MS = 15_000;
const PASS = 50;

/** Begins what is to be told and takes further what is due. One that fails keeps none of the rest waiting. */
export function createSweepNotificaciones(deps: Deps) {
  const { openUntold, notificaciones, advance, clock, logger } = deps;
  return async (): Promise<void> => {
    await openUntold();
    for (const notificacion of await notificaciones.due(clock.now(), PASS))
      await advance(notificacion).catch((cause: unknown) =>
        logger.error('notificaciones.not-advanced', { notificacion: notificacion._id }, cause),
      );
  };
}

/** Every fifteen seconds. */
export function scheduleNotificaciones(
  scheduler: Pick<Scheduler, 'every'>,
  sweep: () => Promise<void>,
): void {
  scheduler.every('notificaciones', { everyMs: EVERY_MS }, sweep);
}
