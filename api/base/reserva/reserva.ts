import { type Failure, failure } from '../kernel/failures';
import type { Logger } from '../kernel/logger';
import { err, ok, type Result } from '../kernel/result';
import type { DiskSpace } from './disk-space';
import { type Espacio, fallaDe, type Nivel, nivelDe, type Uso } from './espacio';

/** Keeps the last room of the disk for filings. */
export interface Reserva {
  /**
   * Whether there is room for a use, to be asked before it begins. Failures: LOW_ON_SPACE, NO_SPACE_FOR_FILES, NO_SPACE.
   * Attachments and filings ask it; broadcasts and exports do not exist yet and will ask it for `difusion` and
   * `exportacion` before each lot.
   */
  admit(uso: Uso): Promise<Result<void, Failure>>;
  nivel(): Promise<Nivel>;
  /** The room, when it is ours to watch and the disk says it. */
  espacio(): Promise<Espacio | undefined>;
}

interface Deps {
  /** Absent when the data lie in a MongoDB: its disk is watched by whoever keeps it. */
  readonly disk?: DiskSpace;
  readonly logger: Logger;
}

/** A disk that does not say its room refuses nothing: a write that does not fit fails by itself. */
export function createReserva({ disk, logger }: Deps): Reserva {
  let last: Nivel = disk ? 'normal' : 'sin-medir';
  async function espacio(): Promise<Espacio | undefined> {
    const read = await disk?.read().catch(() => undefined);
    const now = nivelDe(read);
    // Once for each change, not for each refusal.
    if (now !== last) tell(now, read);
    last = now;
    return read;
  }
  function tell(now: Nivel, read: Espacio | undefined): void {
    const fields = { nivel: now, antes: last, libre: read?.libre, total: read?.total };
    if (now === 'normal') logger.info('disk.space', fields);
    else logger.warn('disk.space', fields);
  }
  return {
    espacio,
    nivel: async () => nivelDe(await espacio()),
    async admit(uso) {
      const code = fallaDe(uso, await espacio());
      return code ? err(failure(code)) : ok(undefined);
    },
  };
}
