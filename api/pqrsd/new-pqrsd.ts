import { newId } from '../base/kernel/ids';
import type { Sealing } from '../base/kernel/sealing';
import type { AnexoRecibido } from '../base/kernel/solicitud';
import type { Filing } from '../comunicaciones/filing-queue';
import type { Libro } from '../comunicaciones/comunicacion';
import { placeComunicacion, type Unplaced } from '../comunicaciones/new-comunicacion';
import type { Vencimiento } from '../terminos/vencimiento';
import type { AnexoDeCaso, DatosPqrsd, Pqrsd } from './pqrsd';
import { suggestedPriority } from './priority';
import { huellaOf, type Recibida, SEALED, sealContenido, sealIdentity } from './seal-case';

/** What is decided about a petition before it has a number. */
export interface Decided {
  readonly entidad: string;
  readonly libro: Libro;
  readonly serie: Pqrsd['serie'];
  readonly radicadoPor: 'PROPIO' | 'EXTERNO';
  readonly clave: string;
  readonly dependencia: string;
  readonly sugerida?: string;
  /** Dependencias that may not see it. */
  readonly excluidas: readonly string[];
  readonly vencimiento: Vencimiento;
}

/**
 * Builds the case for a place in the book. Everything but the place is decided once, so that a filing that loses a race
 * for its number is built again quickly and is the same petition.
 */
export function prepareNewPqrsd(solicitud: Recibida, decided: Decided, sealing: Sealing): Filing<Pqrsd> {
  const { clave, dependencia: _to, sugerida: _maybe, excluidas: _from, vencimiento: _by, ...book } = decided;
  const huella = huellaOf(solicitud, sealing);
  const contenido = sealContenido(solicitud, sealing);
  const identidad = sealIdentity(solicitud.identidad, sealing);
  const pqrsd: DatosPqrsd = {
    ...contenido.datos,
    ...identidad.datos,
    ...ownerOf(solicitud, sealing),
    ...openDatos(solicitud, decided),
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
      ...(pqrsd.verbal && { verbal: true }),
      ...(solicitud.noRecibidos?.length && { noRecibidos: solicitud.noRecibidos.length }),
    },
  };
  return { clave, huella, build: (place) => ({ ...placeComunicacion(unplaced, place), clase: 'E', pqrsd }) };
}

/** What of a case is stored as it is: nothing in it says who asks nor what they wrote. */
const openDatos = (
  solicitud: Recibida,
  { dependencia, sugerida, excluidas, vencimiento }: Decided,
): Omit<DatosPqrsd, 'contenido'> => ({
  tipo: solicitud.tipo,
  estado: 'RADICADA',
  prioridad: suggestedPriority(solicitud.senales),
  modo: solicitud.identidad.modo,
  anexos: solicitud.anexos.map(withoutName),
  ...(solicitud.tramite && { tramite: solicitud.tramite }),
  dependencia,
  ...(sugerida && { sugerida }),
  ...(excluidas.length > 0 && { excluidas }),
  ...(solicitud.contra?.servidor && { contraServidor: true as const }),
  ...(solicitud.presentacion?.verbal && { verbal: true as const }),
  // Whoever received it in person wrote its object already.
  ...(solicitud.presentacion?.verbal && !solicitud.presentacion.objeto && { porEscuchar: true as const }),
  ...(solicitud.relacionadas?.length && { relacionadas: solicitud.relacionadas }),
  venceImpreso: vencimiento.fecha,
  vencimiento,
  venceEstricto: vencimiento.fechaEstricta,
});

const withoutName = ({ sha256, tipo, bytes, vista }: AnexoRecibido): AnexoDeCaso => ({
  sha256,
  tipo,
  bytes,
  ...(vista && { vista }),
});

/**
 * Whose chat it came from, so that they find it again there, and are written to where the channel can be; an anonymous or
 * confidential case leads back to nobody.
 */
const ownerOf = (
  { conversacion, identidad, canal }: Recibida,
  sealing: Sealing,
): Pick<DatosPqrsd, 'conversacionCiega' | 'conversacion'> =>
  conversacion !== undefined && identidad.modo === 'IDENTIFICADO'
    ? {
        conversacionCiega: sealing.blind(conversacion, 'pqrsd.conversacion'),
        ...(canal === 'WHATSAPP' && { conversacion: sealing.seal(conversacion, SEALED.conversacion) }),
      }
    : {};
