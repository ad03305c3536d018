import { failure } from '../base/kernel/failures';
import type { Logger } from '../base/kernel/logger';
import { err } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { FilingResult } from '../comunicaciones/book';
import type { FileUnderClave } from './file-under-clave';
import { openPendiente, type Pendiente, type PorRadicar, sealPendiente } from './por-radicar';
import type { Pqrsd } from './pqrsd';
import { huellaOf } from './seal-case';

interface Deps {
  readonly file: FileUnderClave;
  readonly porRadicar: PorRadicar;
  readonly sealing: Sealing;
  readonly logger: Logger;
}

/**
 * Gives a petition its number, or keeps it durably while numbering is paused. What was kept under the same key is what
 * gets filed, with its first `recibidoEn`: terms count from there. Filing and forgetting are two writes; after a crash
 * between them the next try finds the case by its key and only forgets.
 * Failures: those of filing; CLOCK_NOT_TRUSTED means that it is kept, STORE_UNAVAILABLE that it may not be.
 */
export function createFileOrKeep({ file, porRadicar, sealing, logger }: Deps): FileUnderClave {
  const filePending = async (pendiente: Pendiente): Promise<FilingResult<Pqrsd>> => {
    const filed = await file(pendiente.clave, openPendiente(pendiente, sealing));
    if (filed.ok) await porRadicar.remove(pendiente.clave).catch(forgetLater(logger));
    return filed;
  };
  return async (clave, recibida) => {
    try {
      const kept = await porRadicar.find(clave);
      if (kept) return kept.huella === huellaOf(recibida, sealing) ? await filePending(kept) : reused;
      const filed = await file(clave, recibida);
      if (filed.ok || filed.failure.code !== 'CLOCK_NOT_TRUSTED') return filed;
      const first = await porRadicar.keep(sealPendiente(clave, recibida, sealing));
      return first.huella === huellaOf(recibida, sealing) ? filed : reused;
    } catch (cause) {
      logger.error('por-radicar.store-unavailable', {}, cause);
      return err(failure('STORE_UNAVAILABLE'));
    }
  };
}

const reused = err(failure('IDEMPOTENCY_KEY_REUSED'));

/** It has its number already: the sweep forgets it. */
const forgetLater = (logger: Logger) => (cause: unknown) =>
  logger.error('por-radicar.not-forgotten', {}, cause);
