import type { Clock } from '../base/kernel/clock';
import { failure, type Failure } from '../base/kernel/failures';
import { err, type Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { Aviso } from './aviso';
import type { Avisos } from './avisos';
import type { CompleteAviso } from './complete-aviso';
import { SEALED_NAME } from './post-aviso';

interface Deps {
  readonly avisos: Pick<Avisos, 'advance' | 'byId'>;
  readonly complete: CompleteAviso;
  readonly sealing: Sealing;
  readonly clock: Clock;
}

/**
 * Removes a notice before its last day: nobody reads it from that instant; then the proof goes into the case. Again, it
 * changes nothing. Failures: NOT_FOUND, TRANSITION_NOT_ALLOWED (it was never posted), and those of the case.
 * @param quien who removes it.
 */
export function createRemoveAviso({ avisos, complete, sealing, clock }: Deps) {
  return async (id: string, quien: string): Promise<Result<Aviso, Failure>> => {
    const aviso = await avisos.byId(id);
    if (!aviso) return err(failure('NOT_FOUND'));
    if (aviso.estado === 'PREPARADO')
      return err(failure('TRANSITION_NOT_ALLOWED', { estado: aviso.estado, orden: 'DESFIJAR_AVISO' }));
    await avisos.advance(id, 'FIJADO', {
      estado: 'POR_DESFIJAR',
      desfijadoEn: clock.now(),
      retiradoPor: sealing.seal(quien, SEALED_NAME),
    });
    return complete((await avisos.byId(id)) ?? aviso);
  };
}
