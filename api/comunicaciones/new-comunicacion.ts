import { type EventData, linkEvent } from './book-chain';
import type { Comunicacion } from './comunicacion';
import { formatNumero } from './numero';
import type { Place } from './place';

/** What is known of a communication before it has a place in the book. */
export interface Unplaced extends Pick<
  Comunicacion,
  '_id' | 'entidad' | 'libro' | 'serie' | 'clase' | 'clave' | 'huella' | 'canal' | 'recibidoEn'
> {
  /** PROPIO: our number is the official one. EXTERNO: another Ventanilla's will come. */
  readonly radicadoPor: 'PROPIO' | 'EXTERNO';
  /** Who files: `ciudadano`, `sistema`, or an official's internal id. */
  readonly por: string;
  /** What its first event says besides its place. */
  readonly datos: EventData;
}

/** Gives an unplaced communication its number, its time and the first link of its chain. */
export function placeComunicacion(unplaced: Unplaced, place: Place): Comunicacion {
  const { radicadoPor, por, datos, ...identity } = unplaced;
  const { anio, numero, radicadoEn, anterior } = place;
  const recepcion = formatNumero({ anio, clase: unplaced.clase, numero });
  const registered: EventData = {
    ...datos,
    recepcion,
    libro: unplaced.libro,
    radicadoPor,
    canal: unplaced.canal,
    recibidoEn: unplaced.recibidoEn.toISOString(),
  };
  return {
    ...identity,
    esquema: 1,
    anio,
    numero,
    recepcion,
    ...(radicadoPor === 'PROPIO' && { radicado: recepcion }),
    radicadoEn,
    anterior,
    eventos: [linkEvent(anterior, { n: 1, tipo: 'RADICADA', en: radicadoEn, por, datos: registered })],
    version: 1,
    porSellar: true,
  };
}
