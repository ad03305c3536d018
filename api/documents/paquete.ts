import type { Metadatos } from './metadatos';

/** A file of a case on its way to the entity's system. */
export interface ArchivoDePaquete {
  /** Safe on any system, unique in its package. */
  readonly nombre: string;
  readonly sha256: string;
  /** Its bytes; undefined when it is not stored any more. A stream that fails is a file that cannot be read. */
  readonly open: () => Promise<AsyncIterable<Uint8Array> | undefined>;
}

/** A filed case as it is handed over: what was brought, its proof, and what is known of it. */
export interface Paquete {
  /** Our reception number. */
  readonly recepcion: string;
  /** A rehearsal: it goes apart and says so. */
  readonly prueba: boolean;
  /** Hash of the first event of the case: it commits to the text, the person and the files, and says none of them. */
  readonly huella: string;
  /** Name of the entity it comes from. */
  readonly entidad: string;
  readonly metadatos: Metadatos;
  readonly texto: string;
  /** PDF, without the tracking code: that is the person's alone. */
  readonly constancia: Uint8Array;
  readonly anexos: readonly ArchivoDePaquete[];
}

/** How a package is named: a rehearsal shows even when somebody moves it. */
export const nombreDePaquete = ({ recepcion, prueba }: Pick<Paquete, 'recepcion' | 'prueba'>): string =>
  prueba ? `PRUEBA-${recepcion}` : recepcion;
