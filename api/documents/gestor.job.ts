import type { Scheduler, Sweep } from '../base/jobs/scheduler';

/** What is done with the entity's document management, each step on its own. */
export interface Gestor {
  /** Takes the official numbers that came. */
  readonly takeRadicados: Sweep;
  /** Tells them. */
  readonly tellRadicados: Sweep;
  /** Hands over the cases that wait. */
  readonly deliverCases: Sweep;
}

const MINUTE = 60_000;

/** Each step is a sweep of its own: one that fails stops no other. */
export function scheduleGestor(scheduler: Pick<Scheduler, 'every'>, gestor: Gestor): void {
  scheduler.every('gestor-radicados', { everyMs: MINUTE }, gestor.takeRadicados);
  scheduler.every('gestor-avisos', { everyMs: MINUTE }, gestor.tellRadicados);
  scheduler.every('gestor-entregas', { everyMs: MINUTE }, gestor.deliverCases);
}
