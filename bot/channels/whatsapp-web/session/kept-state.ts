import type { Clock } from '../../../../api/base/kernel/clock';
import type { SessionFolder } from './session-folder';
import type { EstadoGuardado } from './state-file';

/** What was sent while nobody listened may have been written a little before what was stored last. */
const OVERLAP_MS = 10 * 60_000;
/** Nothing older than this is ever read: nobody awaits an answer to it from here. */
const OLDEST_MS = 7 * 24 * 60 * 60_000;

/** WhatsApp tells whole seconds, and its clock is not ours. */
const FIRST_MS = 60_000;

/** What is kept of a session between runs; written at most once for each `flush`. */
export function createKeptState(folder: SessionFolder, guardado: EstadoGuardado, clock: Clock) {
  let now: EstadoGuardado = guardado;
  let dirty = false;
  const keep = (more: Partial<EstadoGuardado>): void => {
    now = { ...now, ...more };
    dirty = true;
  };
  return {
    get: (): EstadoGuardado => now,
    keep,
    /** A message written then is stored. Its hour is the sender's word: never later than ours. */
    received(escrito: Date): void {
      const en = new Date(Math.min(escrito.getTime(), clock.now().getTime()));
      if (!now.recibidoHasta || en > now.recibidoHasta) keep({ recibidoHasta: en });
    },
    /**
     * What is older was read. The first time, all but what is just coming: who wrote to this number before it was linked
     * did not write to the town hall's assistant.
     */
    since(): Date {
      const here = clock.now().getTime();
      if (now.recibidoHasta) {
        return new Date(Math.max(now.recibidoHasta.getTime() - OVERLAP_MS, here - OLDEST_MS));
      }
      keep({ recibidoHasta: clock.now() });
      return new Date(here - FIRST_MS);
    },
    async flush(): Promise<void> {
      if (!dirty) return;
      dirty = false;
      await folder.save(now);
    },
  };
}

export type KeptState = ReturnType<typeof createKeptState>;
