import { addDays, localDate, type LocalDate } from '../base/kernel/local-date';
import { canonicalJson, sha256 } from '../comunicaciones/book-chain';
import type { Libro } from '../comunicaciones/comunicacion';

/** What a public notice is: the answer to someone who gave no name, a notification, or for everybody. */
export const CLASES_AVISO = ['RESPUESTA_ANONIMA', 'NOTIFICACION', 'GENERAL'] as const;
export type ClaseAviso = (typeof CLASES_AVISO)[number];

/**
 * PREPARADO: kept, its proof is not yet in the case and nobody reads it. FIJADO: posted. POR_DESFIJAR: nobody reads it
 * any more, the proof of its removal is not yet in the case. DESFIJADO: removed.
 */
export type EstadoAviso = 'PREPARADO' | 'FIJADO' | 'POR_DESFIJAR' | 'DESFIJADO';

/** A notice on the page of Avisos. */
export interface Aviso {
  /** Sorts by time of preparation; part of its public address. */
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: 1;
  readonly libro: Libro;
  readonly clase: ClaseAviso;
  readonly estado: EstadoAviso;
  readonly titulo: string;
  /** As anybody reads it, anonymised by who publishes it. */
  readonly texto: string;
  /** The number of its case, as people know it; a number is not personal. */
  readonly radicado?: string;
  /** The case's own id. */
  readonly caso?: string;
  /** The last day it is posted. */
  readonly desfijaEl: LocalDate;
  readonly preparadoEn: Date;
  /** From when and until when anybody could read it. */
  readonly fijadoEn?: Date;
  readonly desfijadoEn?: Date;
  /** Sealed names of who published it and of who removed it before its day. */
  readonly publicadoPor: string;
  readonly retiradoPor?: string;
  readonly huella: string;
}

/** What the fingerprint of a notice covers: anybody can compute it again from its page. */
export type Contenido = Pick<Aviso, 'clase' | 'titulo' | 'texto' | 'radicado' | 'desfijaEl'>;

/** SHA-256 of the canonical JSON of class, title, text, number and last day. */
export const huellaOf = ({ clase, titulo, texto, radicado, desfijaEl }: Contenido): string =>
  sha256(canonicalJson({ clase, titulo, texto, radicado, desfijaEl }));

/** Whether anybody may read its text on `hoy`, whatever the sweep has or has not done. */
export const estaALaVista = ({ estado, desfijaEl }: Aviso, hoy: LocalDate): boolean =>
  estado === 'FIJADO' && hoy <= desfijaEl;

/** The instant after its last day in Colombia, which has kept UTC-5 since 1993. */
export const finDe = (dia: LocalDate): Date => new Date(`${addDays(dia, 1)}T00:00:00-05:00`);

/** When it was or will be removed. */
export const retiroDe = ({ desfijadoEn, desfijaEl }: Pick<Aviso, 'desfijadoEn' | 'desfijaEl'>): LocalDate =>
  desfijadoEn === undefined || desfijadoEn >= finDe(desfijaEl) ? desfijaEl : localDate(desfijadoEn);
