import type { Clock } from '../../base/kernel/clock';
import { localDate } from '../../base/kernel/local-date';
import type { Sealing } from '../../base/kernel/sealing';
import type { Seguimiento } from '../../base/kernel/seguimiento';
import type { Evento } from '../../comunicaciones/book-chain';
import type { Terminos } from '../../terminos/terminos';
import { plazoOf } from '../plazo-por-confirmar';
import type { Pqrsd } from '../pqrsd';
import { isFull, isSpokenIn } from '../spoken-in';
import { cambiosDeFecha } from './cambios-de-fecha';
import { cuentaDelPlazo } from './cuenta-del-plazo';
import { mensajesDichos } from './mensajes-dichos';
import { nextFor } from './next-for';

export interface DescribeDeps {
  readonly clock: Clock;
  readonly terminos: Pick<Terminos, 'termFor' | 'limiteCompletar'>;
  readonly sealing: Sealing;
  /** A dependencia's name by its code; undefined while the town has not confirmed it. */
  readonly dependenciaName: (code: string) => string | undefined;
}

/** A case in the words of its citizen: neither their name nor their petition. */
export type DescribeCase = (pqrsd: Pqrsd) => Seguimiento;

export function createDescribeCase({
  clock,
  terminos,
  sealing,
  dependenciaName,
}: DescribeDeps): DescribeCase {
  return (pqrsd) => {
    const { tipo, estado, modo, vencimiento, venceImpreso, dependencia } = pqrsd.pqrsd;
    const plazo = plazoOf(terminos, tipo, pqrsd.recibidoEn);
    const estimada = plazo.plazoPorConfirmar === true;
    const hoy = localDate(clock.now());
    const sigue = nextFor(pqrsd.pqrsd, { hoy, estimada, limiteCompletar: limitOf(pqrsd, terminos) });
    const name = dependenciaName(dependencia);
    return {
      recepcion: pqrsd.recepcion,
      ...(pqrsd.radicado && { radicado: pqrsd.radicado }),
      tipo,
      estado,
      ...(modo === 'ANONIMO' && { anonima: true as const }),
      recibidoEn: pqrsd.recibidoEn,
      vence: vencimiento.fecha,
      venceImpreso,
      ...plazo,
      vencida: sigue.que === 'RESPUESTA_VENCIDA',
      ...(name && { dependencia: name }),
      sigue,
      cuenta: cuentaDelPlazo(vencimiento.prueba),
      cambios: cambiosDeFecha(pqrsd),
      pasos: pqrsd.eventos.map(stepOf),
      mensajes: mensajesDichos(pqrsd, sealing),
      avisos: pqrsd.pqrsd.avisos ?? [],
      admiteMensajes: isSpokenIn(pqrsd.pqrsd) && !isFull(pqrsd.pqrsd, 'CIUDADANO'),
      prueba: pqrsd.libro === 'PRUEBA',
    };
  };
}

const stepOf = ({ tipo, en, datos: { medio } }: Evento): Seguimiento['pasos'][number] => ({
  tipo,
  en,
  ...(tipo === 'NOTIFICADA' && typeof medio === 'string' && { medio }),
});

/** The month to complete a petition is confirmed law; the one of a petition on personal data is not. */
function limitOf({ pqrsd }: Pqrsd, terminos: DescribeDeps['terminos']) {
  const requerido = pqrsd.requerimiento?.requerido;
  if (requerido === undefined || pqrsd.tipo.startsWith('HD_')) return undefined;
  return terminos.limiteCompletar('COMPLETAR', requerido);
}
