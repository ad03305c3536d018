import { newId } from '../base/kernel/ids';
import type { Sealing } from '../base/kernel/sealing';
import type { Identidad, Solicitud } from '../base/kernel/solicitud';
import { commit } from '../base/sealing/commitment';
import { canonicalJson, sha256 } from '../comunicaciones/book-chain';
import type { Filing } from '../comunicaciones/filing-queue';
import type { Libro } from '../comunicaciones/comunicacion';
import { placeComunicacion, type Unplaced } from '../comunicaciones/new-comunicacion';
import type { Vencimiento } from '../terminos/vencimiento';
import type { Contenido, DatosPqrsd, Peticionario, Pqrsd } from './pqrsd';
import { suggestedPriority } from './priority';

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

/** The contexts that sealed values of a case open in. */
export const SEALED = { contenido: 'pqrsd.contenido', peticionario: 'pqrsd.peticionario' } as const;

/** Only what was asked: a repeated key with the same body gives the same fingerprint, whenever it comes. */
export const huellaOf = (solicitud: Solicitud, sealing: Sealing): string => {
  const { canal, texto, tipo, asunto, tramite, lugar, identidad, anexos } = solicitud;
  const asked = {
    canal,
    texto,
    tipo,
    asunto,
    tramite,
    lugar,
    identidad,
    anexos: anexos.map((a) => a.sha256),
  };
  return sealing.blind(canonicalJson(asked), 'pqrsd.huella');
};

type Known = Exclude<Identidad, { modo: 'ANONIMO' }>;

const digits = (typed: string) => typed.replaceAll(/\D/g, '');

/** Blind indexes over normalised values, so that the same person is found however they typed it. */
function blindIndexes(identidad: Known, sealing: Sealing) {
  const { documento, correo, telefono } = identidad;
  return {
    ...(documento && {
      documentoCiego: sealing.blind(
        `${documento.tipo} ${documento.numero.replaceAll(/[\s.-]/g, '').toUpperCase()}`,
        'documento',
      ),
    }),
    ...(correo && { correoCiego: sealing.blind(correo.trim().toLowerCase(), 'correo') }),
    ...(telefono && { telefonoCiego: sealing.blind(digits(telefono).slice(-10), 'telefono') }),
  };
}

function sealedIdentity(identidad: Identidad, sealing: Sealing) {
  if (identidad.modo === 'ANONIMO') return { sealed: {}, sello: null };
  const { sello, sal } = commit(canonicalJson(identidad));
  const peticionario: Peticionario = { ...identidad, sal };
  return {
    sealed: {
      peticionario: sealing.seal(JSON.stringify(peticionario), SEALED.peticionario),
      ...blindIndexes(identidad, sealing),
    },
    sello,
  };
}

function datosOf(solicitud: Solicitud, decided: Decided, sealing: Sealing): DatosPqrsd {
  const { texto, asunto, lugar, anexos, tipo, tramite, senales, identidad } = solicitud;
  const contenido: Contenido = { texto, asunto, lugar, nombresAnexos: anexos.map((a) => a.nombre) };
  const { vencimiento, dependencia } = decided;
  return {
    tipo,
    estado: 'RADICADA',
    prioridad: suggestedPriority(senales),
    modo: identidad.modo,
    contenido: sealing.seal(JSON.stringify(contenido), SEALED.contenido),
    textoSha256: sha256(texto),
    anexos: anexos.map(({ sha256: hash, tipo: mime, bytes }) => ({ sha256: hash, tipo: mime, bytes })),
    ...(tramite && { tramite }),
    dependencia,
    venceImpreso: vencimiento.fecha,
    vencimiento,
    venceEstricto: vencimiento.fechaEstricta,
  };
}

/**
 * Builds the case for a place in the book. Everything but the place is decided once, so that a filing that loses a race
 * for its number is built again quickly and is the same petition.
 */
export function prepareNewPqrsd(solicitud: Solicitud, decided: Decided, sealing: Sealing): Filing<Pqrsd> {
  const { entidad, libro, serie, radicadoPor, clave } = decided;
  const huella = huellaOf(solicitud, sealing);
  const { sealed, sello } = sealedIdentity(solicitud.identidad, sealing);
  const pqrsd: DatosPqrsd = { ...datosOf(solicitud, decided, sealing), ...sealed };
  const unplaced: Unplaced = {
    entidad,
    libro,
    serie,
    radicadoPor,
    clave,
    _id: newId(),
    clase: 'E',
    huella,
    canal: solicitud.canal,
    recibidoEn: solicitud.recibidoEn,
    por: 'ciudadano',
    datos: {
      tipo: pqrsd.tipo,
      modo: pqrsd.modo,
      textoSha256: pqrsd.textoSha256,
      anexos: pqrsd.anexos.map((anexo) => anexo.sha256),
      vence: pqrsd.venceImpreso,
      identidad: sello,
    },
  };
  return { clave, huella, build: (place) => ({ ...placeComunicacion(unplaced, place), clase: 'E', pqrsd }) };
}
