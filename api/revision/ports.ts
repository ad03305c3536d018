import type { Revision } from './revision';

/** Port: the collections of the database, whatever they are. */
export interface Colecciones {
  names(): Promise<readonly string[]>;
  /** Reads one whole; undefined when it is gone. Rejects when it cannot be checked. */
  validate(name: string, signal?: AbortSignal): Promise<ColeccionRevisada | undefined>;
}

export interface ColeccionRevisada {
  readonly documentos: number;
  /** What does not stand, in the store's words; empty when it is sound. */
  readonly errores: readonly string[];
}

/** Port: the outcomes of the last checks. */
export interface Revisiones {
  last(): Promise<Revision | undefined>;
  add(revision: Revision): Promise<void>;
}
