import type { LocalDate } from '../base/kernel/local-date';

/**
 * How the citizen learns of their official number. POR_CONTAR: it waits, perhaps for a mail server. SIN_CORREO: the person
 * left no address; they see it where they follow the case. INCIERTO: the server may have it.
 */
export const ESTADOS_AVISO = [
  'SIN_CORREO',
  'POR_CONTAR',
  'ENVIANDO',
  'INCIERTO',
  'RECHAZADO',
  'ENVIADO',
] as const;
export type EstadoAviso = (typeof ESTADOS_AVISO)[number];

export interface Aviso {
  readonly estado: EstadoAviso;
  readonly intentos: number;
  /** When it came to this state. */
  readonly en: Date;
  /** When it is tried again; absent when it is settled. */
  readonly proximoEn?: Date;
  /** Some try was left without an answer: what goes next may be a repeat. */
  readonly posibleRepeticion?: boolean;
}

/** An official number, claimed for one case before the case says it. */
export interface RadicadoReclamado {
  readonly radicado: string;
  readonly caso: string;
  readonly recepcion: string;
  readonly fecha: LocalDate;
  /** The file it came in. */
  readonly lote: string;
  readonly en: Date;
  readonly aviso?: Aviso;
}

/** Port: the numbers that another Ventanilla gave in one book. */
export interface RadicadosExternos {
  /** Stores it if nobody has that number; gives whoever has it, this one or the first. */
  claim(reclamado: RadicadoReclamado): Promise<RadicadoReclamado>;
  find(radicado: string): Promise<RadicadoReclamado | undefined>;
  /** Changes the notice if its state and tries are still those; `undefined` when there was none. */
  changeAviso(radicado: string, expected: Aviso | undefined, next: Aviso): Promise<boolean>;
  /** Those whose notice is to be tried, oldest first. */
  due(now: Date, limit: number): Promise<readonly RadicadoReclamado[]>;
  /** Those whose notice waits or was refused. */
  porContar(limit: number): Promise<readonly RadicadoReclamado[]>;
}
