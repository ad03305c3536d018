import type { Failure } from '../base/kernel/failures';
import type { Clock } from '../base/kernel/clock';
import { localDate } from '../base/kernel/local-date';
import { ok, type Result } from '../base/kernel/result';
import type { Seguimiento } from '../base/kernel/solicitud';
import type { FindPqrsd } from './find-pqrsd';
import type { Terminos } from '../terminos/terminos';
import { plazoOf } from './plazo-por-confirmar';
import { OPEN_STATES, type Pqrsd } from './pqrsd';

interface Deps {
  readonly find: FindPqrsd;
  readonly clock: Clock;
  readonly terminos: Pick<Terminos, 'termFor'>;
  /** A dependencia's name by its code; undefined while the town has not confirmed it. */
  readonly dependenciaName: (code: string) => string | undefined;
}

/** A case in the words of its citizen: no name and no text. Failure: WRONG_CODE. */
export function createTrackPqrsd({ find, clock, terminos, dependenciaName }: Deps) {
  const describe = (pqrsd: Pqrsd): Seguimiento => {
    const { tipo, estado, vencimiento, dependencia } = pqrsd.pqrsd;
    const plazo = plazoOf(terminos, tipo, pqrsd.recibidoEn);
    const isLate = OPEN_STATES.has(estado) && localDate(clock.now()) > vencimiento.fecha;
    const name = dependenciaName(dependencia);
    return {
      recepcion: pqrsd.recepcion,
      ...(pqrsd.radicado && { radicado: pqrsd.radicado }),
      tipo,
      estado,
      recibidoEn: pqrsd.recibidoEn,
      vence: vencimiento.fecha,
      ...plazo,
      vencida: isLate && !plazo.plazoPorConfirmar,
      ...(name && { dependencia: name }),
      pasos: pqrsd.eventos.map((evento) => ({ tipo: evento.tipo, en: evento.en })),
      prueba: pqrsd.libro === 'PRUEBA',
    };
  };

  return async (numero: string, codigo: string): Promise<Result<Seguimiento, Failure>> => {
    const found = await find(numero, codigo);
    return found.ok ? ok(describe(found.value)) : found;
  };
}
