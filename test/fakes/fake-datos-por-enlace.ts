import type { DatosPorEnlace, DocumentoDado, EstadoEnlace } from '../../api/base/kernel/datos-por-enlace';
import type { Failure } from '../../api/base/kernel/failures';
import { err, ok } from '../../api/base/kernel/result';

export interface FakeDatosPorEnlace extends DatosPorEnlace {
  readonly sent: readonly DocumentoDado[];
  /** From now on what is sent fails so; without a failure, it is received again. */
  failWith(failure?: Failure): void;
}

/** Links whose token is the state they are in; `bueno` can be sent once. */
export function fakeDatosPorEnlace(): FakeDatosPorEnlace {
  const sent: DocumentoDado[] = [];
  let fails: Failure | undefined;
  const STATES: readonly EstadoEnlace[] = ['GASTADO', 'VENCIDO', 'CAMBIADO', 'TERMINADO'];
  const stateOf = (token: string): EstadoEnlace => {
    if (token === 'bueno') return sent.length > 0 ? 'GASTADO' : 'VIGENTE';
    return STATES.find((one) => one === token) ?? 'DESCONOCIDO';
  };
  return {
    sent,
    failWith(failure) {
      fails = failure;
    },
    estado: async (token) => stateOf(token),
    async enviar(token, documento) {
      const estado = stateOf(token);
      if (estado !== 'VIGENTE') return ok(estado);
      if (fails) return err(fails);
      sent.push(documento);
      return ok('RECIBIDO');
    },
  };
}
