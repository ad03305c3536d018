import type { Acuse } from '../base/kernel/solicitud';
import { codeInGroups, trackingCode } from '../base/sealing/tracking-code';
import type { Terminos } from '../terminos/terminos';
import { plazoOf } from './plazo-por-confirmar';
import type { Pqrsd } from './pqrsd';

interface Deps {
  /** Secret that tracking codes follow from. */
  readonly codigos: Buffer;
  /** Address of the page where the constancia is asked for. */
  readonly constanciaUrl: string;
  readonly terminos: Pick<Terminos, 'termFor'>;
}

/** What the citizen holds after filing. The code follows from the case, so that a repeated filing tells the same one. */
export const createAcuseOf =
  ({ codigos, constanciaUrl, terminos }: Deps) =>
  (pqrsd: Pqrsd, repetido: boolean): Acuse => ({
    recepcion: pqrsd.recepcion,
    ...(pqrsd.radicado && { radicado: pqrsd.radicado }),
    codigo: codeInGroups(trackingCode(codigos, pqrsd._id)),
    tipo: pqrsd.pqrsd.tipo,
    recibidoEn: pqrsd.recibidoEn,
    radicadoEn: pqrsd.radicadoEn,
    vence: pqrsd.pqrsd.venceImpreso,
    ...plazoOf(terminos, pqrsd.pqrsd.tipo, pqrsd.recibidoEn),
    constancia: constanciaUrl,
    prueba: pqrsd.libro === 'PRUEBA',
    repetido,
  });
