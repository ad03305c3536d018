import type { Sealing } from '../base/kernel/sealing';
import type { Identidad, Solicitud } from '../base/kernel/solicitud';
import { commit } from '../base/sealing/commitment';
import { canonicalJson } from '../comunicaciones/book-chain';
import type { Contenido, DatosPqrsd, PalabrasDeMensaje, PalabrasDeNota, Peticionario, Pqrsd } from './pqrsd';

/** What the citizen brought, without the key it came under: a case does not lead back to its draft. */
export type Recibida = Omit<Solicitud, 'clave'>;

/** The contexts that sealed values of a case open in. */
export const SEALED = {
  contenido: 'pqrsd.contenido',
  peticionario: 'pqrsd.peticionario',
  nota: 'pqrsd.nota',
  mensaje: 'pqrsd.mensaje',
  conversacion: 'pqrsd.conversacion',
} as const;

/** What is stored sealed, and the commitment that the first event holds in its place. */
interface SealedPart<T> {
  readonly datos: T;
  readonly sello: string | null;
}

/** The petitioner's words, sealed. */
export function sealContenido(
  solicitud: Recibida,
  sealing: Sealing,
): SealedPart<Pick<DatosPqrsd, 'contenido'>> {
  const { texto, asunto, lugar, anexos, noRecibidos, puntos, presentacion, contra } = solicitud;
  const { sello, sal } = commit(texto);
  const contenido: Contenido = {
    texto,
    asunto,
    lugar,
    nombresAnexos: anexos.map(({ nombre }) => nombre),
    noRecibidos,
    puntos,
    presentacion,
    contra,
    sal,
  };
  return { datos: { contenido: sealing.seal(JSON.stringify(contenido), SEALED.contenido) }, sello };
}

// Sealed by this program, so it has the shape it gave it: opening fails if anyone altered it.
export const openContenido = ({ pqrsd }: Pqrsd, sealing: Sealing): Contenido =>
  JSON.parse(sealing.open(pqrsd.contenido, SEALED.contenido)) as Contenido;

export const openPeticionario = ({ pqrsd }: Pqrsd, sealing: Sealing): Peticionario | undefined =>
  pqrsd.peticionario === undefined
    ? undefined
    : (JSON.parse(sealing.open(pqrsd.peticionario, SEALED.peticionario)) as Peticionario);

/** The chat to write to about a case; none for a person who did not come by one that can be written to. */
export const openConversacion = ({ pqrsd }: Pqrsd, sealing: Sealing): string | undefined =>
  pqrsd.conversacion === undefined ? undefined : sealing.open(pqrsd.conversacion, SEALED.conversacion);

/** What an official wrote beside an event of the case. */
export const openNota = (sellada: string, sealing: Sealing): PalabrasDeNota =>
  JSON.parse(sealing.open(sellada, SEALED.nota)) as PalabrasDeNota;

/** What was said in the case after its filing. */
export const openMensaje = (sellado: string, sealing: Sealing): PalabrasDeMensaje =>
  JSON.parse(sealing.open(sellado, SEALED.mensaje)) as PalabrasDeMensaje;

type IdentityFields = Pick<DatosPqrsd, 'peticionario' | 'documentoCiego' | 'correoCiego' | 'telefonoCiego'>;

/** Who files, sealed, with what finds their cases; nothing at all for an anonymous petition. */
export function sealIdentity(identidad: Identidad, sealing: Sealing): SealedPart<IdentityFields> {
  if (identidad.modo === 'ANONIMO') return { datos: {}, sello: null };
  const { sello, sal } = commit(canonicalJson(identidad));
  const peticionario: Peticionario = { ...identidad, sal };
  const sealed = sealing.seal(JSON.stringify(peticionario), SEALED.peticionario);
  return { datos: { peticionario: sealed, ...blindIndexes(identidad, sealing) }, sello };
}

const digits = (typed: string) => typed.replaceAll(/\D/g, '');

/** Blind indexes over normalised values, so that the same person is found however they typed it. */
export function blindIndexes(
  { documento, correo, telefono }: Exclude<Identidad, { modo: 'ANONIMO' }>,
  sealing: Sealing,
): IdentityFields {
  const numero = documento?.numero.replaceAll(/[\s.-]/g, '').toUpperCase();
  return {
    ...(documento && { documentoCiego: sealing.blind(`${documento.tipo} ${numero}`, 'documento') }),
    ...(correo && { correoCiego: sealing.blind(correo.trim().toLowerCase(), 'correo') }),
    ...(telefono && { telefonoCiego: sealing.blind(digits(telefono).slice(-10), 'telefono') }),
  };
}

/**
 * Fingerprint of what was asked: a repeated key with the same body gives the same, whenever it comes, and a key with
 * another body another.
 */
export function huellaOf(solicitud: Recibida, sealing: Sealing): string {
  const { texto, tipo, asunto, tramite, lugar, identidad, anexos, puntos, presentacion, contra } = solicitud;
  const asked = {
    texto,
    tipo,
    asunto,
    tramite,
    lugar,
    identidad,
    anexos: anexos.map(({ sha256 }) => sha256),
    puntos,
    presentacion,
    contra,
  };
  return sealing.blind(canonicalJson(asked), 'pqrsd.huella');
}
