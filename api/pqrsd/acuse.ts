import type { Acuse } from '../base/kernel/solicitud';
import { codeInGroups, trackingCode } from '../base/sealing/tracking-code';
import type { Pqrsd } from './pqrsd';

interface Deps {
  /** Secret that tracking codes follow from. */
  readonly codigos: Buffer;
  /** Address of the page where the constancia is asked for. */
  readonly constanciaUrl: string;
}

/** What the citizen holds after filing. The code follows from the case, so that a repeated filing tells the same one. */
export const createAcuseOf =
  ({ codigos, constanciaUrl }: Deps) =>
  (pqrsd: Pqrsd, repetido: boolean): Acuse => ({
    recepcion: pqrsd.recepcion,
    ...(pqrsd.radicado && { radicado: pqrsd.radicado }),
    codigo: codeInGroups(trackingCode(codigos, pqrsd._id)),
    tipo: pqrsd.pqrsd.tipo,
    recibidoEn: pqrsd.recibidoEn,
    radicadoEn: pqrsd.radicadoEn,
    vence: pqrsd.pqrsd.venceImpreso,
    constancia: constanciaUrl,
    prueba: pqrsd.libro === 'PRUEBA',
    repetido,
  });
