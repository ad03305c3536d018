import { newId } from '../base/kernel/ids';
import type { Sealing } from '../base/kernel/sealing';
import type { Filing } from '../comunicaciones/filing-queue';
import type { Libro } from '../comunicaciones/comunicacion';
import { placeComunicacion, type Unplaced } from '../comunicaciones/new-comunicacion';
import type { Vencimiento } from '../terminos/vencimiento';
import type { DatosPqrsd, Pqrsd } from './pqrsd';
import { suggestedPriority } from './priority';
import { huellaOf, type Recibida, sealContenido, sealIdentity } from './seal-case';

/** What is decided about a petition before it has a number. */
export interface Decided {
  readonly entidad: string;
  readonly libro: Libro;
  readonly serie: Pqrsd['serie'];
  readonly radicadoPor: 'PROPIO' | 'EXTERNO';
  readonly clave: string;
  readonly dependencia: string;
  readonly vencimiento: Vencimiento;
}

/**
 * Builds the case for a place in the book. Everything but the place is decided once, so that a filing that loses a race
 * for its number is built again quickly and is the same petition.
 */
export function prepareNewPqrsd(solicitud: Recibida, decided: Decided, sealing: Sealing): Filing<Pqrsd> {
  const { clave, dependencia, vencimiento, ...book } = decided;
  const huella = huellaOf(solicitud, sealing);
  const contenido = sealContenido(solicitud, sealing);
  const identidad = sealIdentity(solicitud.identidad, sealing);
  const pqrsd: DatosPqrsd = {
    tipo: solicitud.tipo,
    estado: 'RADICADA',
    prioridad: suggestedPriority(solicitud.senales),
    modo: solicitud.identidad.modo,
    ...contenido.datos,
    ...identidad.datos,
    anexos: solicitud.anexos.map(({ sha256, tipo, bytes }) => ({ sha256, tipo, bytes })),
    ...(solicitud.tramite && { tramite: solicitud.tramite }),
    dependencia,
    venceImpreso: vencimiento.fecha,
    vencimiento,
    venceEstricto: vencimiento.fechaEstricta,
  };
  const unplaced: Unplaced = {
    ...book,
    _id: newId(),
    clase: 'E',
    clave,
    huella,
    canal: solicitud.canal,
    recibidoEn: solicitud.recibidoEn,
    por: 'ciudadano',
    datos: {
      tipo: pqrsd.tipo,
      modo: pqrsd.modo,
      texto: contenido.sello,
      identidad: identidad.sello,
      anexos: pqrsd.anexos.map(({ sha256 }) => sha256),
      vence: pqrsd.venceImpreso,
    },
  };
  return { clave, huella, build: (place) => ({ ...placeComunicacion(unplaced, place), clase: 'E', pqrsd }) };
}
