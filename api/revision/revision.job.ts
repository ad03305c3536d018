import type { Scheduler } from '../base/jobs/scheduler';
import type { Clock } from '../base/kernel/clock';
import type { Revisiones } from './ports';
import type { Revisar } from './revisar';
import { HORA, tocaRevisar } from './revision';

interface Deps {
  readonly revisar: Revisar;
  readonly revisiones: Pick<Revisiones, 'last'>;
  readonly clock: Clock;
  /** Aborted when the program stops: nobody waits for a long check, and it is made again. */
  readonly signal: AbortSignal;
}

/** Once a night; and soon after a start, when the machine was off that night. */
export function scheduleRevision(
  scheduler: Pick<Scheduler, 'every'>,
  { revisar, revisiones, clock, signal }: Deps,
): void {
  scheduler.every('revision-nocturna', { cron: HORA.cron }, async () => {
    // An outcome that cannot be read is one more reason to look.
    const ultima = await revisiones.last().catch(() => undefined);
    if (!tocaRevisar(ultima, clock.now())) return;
    await revisar(signal).catch((cause: unknown) => {
      if (!signal.aborted) throw cause;
    });
  });
}
