import type { FailureCode } from '../base/kernel/failures';
import type { Logger } from '../base/kernel/logger';
import type { Sealing } from '../base/kernel/sealing';
import type { FileUnderClave } from './file-under-clave';
import { llegadaOf, openPendiente, type PorRadicar } from './por-radicar';

interface Deps {
  /** Files what is kept under a key and forgets it. */
  readonly fileOrKeep: FileUnderClave;
  readonly porRadicar: Pick<PorRadicar, 'find' | 'waiting'>;
  readonly sealing: Sealing;
  readonly logger: Logger;
}

/** As many as one pass puts in order of arrival; the rest wait for the next. */
const PASS = 10_000;

/** What the next would meet too. */
const WAITS: ReadonlySet<FailureCode> = new Set(['CLOCK_NOT_TRUSTED', 'NO_SPACE']);

/**
 * Files, in order of arrival, what was kept while numbering was paused; gives how many got their number. It stops at
 * the first one while numbering is still paused, or there is no room. Safe to run twice, or in two processes.
 */
export function createFileWaiting({ fileOrKeep, porRadicar, sealing, logger }: Deps) {
  const inOrder = async (): Promise<string[]> => {
    const waiting = await porRadicar.waiting(PASS);
    const arrived = waiting.map(({ clave, llegada }) => ({ clave, en: llegadaOf({ llegada }, sealing) }));
    return arrived.toSorted((a, b) => (a.en < b.en ? -1 : 1)).map(({ clave }) => clave);
  };
  return async (): Promise<number> => {
    let filed = 0;
    for (const clave of await inOrder()) {
      const kept = await porRadicar.find(clave);
      if (!kept) continue;
      const result = await fileOrKeep(clave, openPendiente(kept, sealing));
      if (result.ok) filed += 1;
      else if (WAITS.has(result.failure.code)) break;
      else logger.error('por-radicar.not-filed', { code: result.failure.code });
    }
    if (filed > 0) logger.info('por-radicar.filed', { filed });
    return filed;
  };
}
