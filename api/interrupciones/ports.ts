import type { Anotacion, Interrupcion, InterrupcionAbierta } from './interrupcion';
import type { Latido } from './latido';

/** Port: the last sign of the town's service, from whichever copy. */
export interface Latidos {
  last(): Promise<Latido | undefined>;
  /** Leaves a sign. `aOrden`: it is the last one of a copy that was told to stop. */
  leave(en: Date, aOrden: boolean): Promise<void>;
}

/** As many as one page shows, and as many as one may be annotated. */
export const PAGINA = 100;
export const MAX_ANOTACIONES = 20;

/** Port: the town's interruptions. Their intervals are never shortened nor erased. */
export interface Interrupciones {
  /** Keeps one that has ended. Repeating it only moves its end later. */
  record(interrupcion: Interrupcion): Promise<void>;
  /** Keeps one that lasts, unless one of its cause already does. */
  open(interrupcion: InterrupcionAbierta): Promise<void>;
  opened(): Promise<readonly InterrupcionAbierta[]>;
  /** Some copy still sees it. */
  see(id: string, visto: Date): Promise<void>;
  /** Ends one that lasts; one already ended keeps its end. */
  close(id: string, hasta: Date): Promise<void>;
  /** Adds a note; false when there is no such interruption or it takes no more notes. */
  annotate(id: string, anotacion: Anotacion): Promise<boolean>;
  find(id: string): Promise<Interrupcion | undefined>;
  /** The latest to begin, newest first, at most `PAGINA`; only those that began before `antes` when it is given. */
  list(antes?: Date): Promise<readonly Interrupcion[]>;
}
