import type { LocalDate } from '../../base/kernel/local-date';
import { canonicalJson, sha256 } from '../book-chain';
import type { Libro } from '../comunicacion';
import { leafHash, merkleRoot, type Hash } from './merkle';

export const LIBROS: readonly Libro[] = ['PRUEBA', 'OFICIAL'];

/** A communication under a seal, as it was when sealed. */
export interface Hoja {
  readonly id: string;
  readonly version: number;
  readonly recepcion: string;
  /** Hash of its last event, which holds the hash of the one before, and so on. */
  readonly hash: Hash;
}

/** What a seal says, before it is signed. */
export interface CuerpoSello {
  readonly entidad: string;
  readonly libro: Libro;
  /** 1, 2, 3… in its book: a seal that is missing shows. */
  readonly n: number;
  /** First day it covers: the one after the seal before. */
  readonly desde: LocalDate;
  /** The day it closes. */
  readonly dia: LocalDate;
  /** Root of the seal before. */
  readonly anterior: Hash;
  /** How many communications it covers. */
  readonly cuenta: number;
  /** Merkle root over all of the above but the count, and every communication covered. */
  readonly raiz: Hash;
  /** When it was made: late, if nothing ran at its time. */
  readonly selladoEn: Date;
}

/** A seal as anyone may see it: it names no case. */
export interface SelloPublico extends CuerpoSello {
  /** Key that signs. */
  readonly kid: string;
  /** Ed25519 over `signedText`, in base64url. */
  readonly firma: string;
}

/**
 * How the witness learns of a seal. PENDIENTE_DECISION: nobody has said who receives it or by which server. CUBIERTO: a
 * later seal, whose root includes this one, was sent.
 */
export type EstadoEnvioSello =
  'PENDIENTE_DECISION' | 'PENDIENTE' | 'ENVIANDO' | 'INCIERTO' | 'RECHAZADO' | 'ENVIADO' | 'CUBIERTO';

export interface EnvioSello {
  readonly estado: EstadoEnvioSello;
  readonly intentos: number;
  /** When it came to this state. */
  readonly en: Date;
  /** Some attempt was left without an answer, so that what goes next may be a repeat. */
  readonly posibleRepeticion: boolean;
}

/** A seal as stored, with what is needed to prove that a communication is under it. */
export interface Sello extends SelloPublico {
  readonly esquema: 1;
  readonly hojas: readonly Hoja[];
  /** Its communications may not all be marked as sealed yet. */
  readonly porAplicar: boolean;
  readonly envio: EnvioSello;
}

/** What the first seal of a book follows. */
export const SIN_SELLO_ANTERIOR: Hash = sha256('sellos del libro');

type Encabezado = Omit<CuerpoSello, 'cuenta' | 'raiz' | 'selladoEn'>;

/** The leaves of a seal's tree: first the seal's own header, which holds the root before; then each communication. */
export const leavesOf = (encabezado: Encabezado, hojas: readonly Hoja[]): Hash[] => [
  headerLeaf(encabezado),
  ...hojas.map((hoja) => communicationLeaf(encabezado.libro, hoja)),
];

const headerLeaf = ({ entidad, libro, n, desde, dia, anterior }: Encabezado): Hash =>
  leafHash(canonicalJson({ entidad, libro, n, desde, dia, anterior }));

/** `recepcion|libro|hash`: it cannot pass for a header, which is JSON. */
export const communicationLeaf = (
  libro: Libro,
  { recepcion, hash }: Pick<Hoja, 'recepcion' | 'hash'>,
): Hash => leafHash(`${recepcion}|${libro}|${hash}`);

export const rootOfSello = (encabezado: Encabezado, hojas: readonly Hoja[]): Hash =>
  merkleRoot(leavesOf(encabezado, hojas));

/** The exact text that is signed. */
export function signedText(sello: CuerpoSello): string {
  const { entidad, libro, n, desde, dia, anterior, cuenta, raiz, selladoEn } = sello;
  return canonicalJson({ entidad, libro, n, desde, dia, anterior, cuenta, raiz, selladoEn });
}

/** The part of a seal that is published. */
export function publicPart(sello: SelloPublico): SelloPublico {
  const { entidad, libro, n, desde, dia, anterior, cuenta, raiz, selladoEn, kid, firma } = sello;
  return { entidad, libro, n, desde, dia, anterior, cuenta, raiz, selladoEn, kid, firma };
}
