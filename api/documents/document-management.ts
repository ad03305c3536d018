import type { Failure } from '../base/kernel/failures';
import type { LocalDate } from '../base/kernel/local-date';
import type { Result } from '../base/kernel/result';
import type { Paquete } from './paquete';

/** A package is in the entity's system, whole and durable. */
export interface Entregado {
  /** How that system names it. */
  readonly nombre: string;
  /** It was there already: nothing was written. */
  readonly repetido: boolean;
}

/**
 * Why a package was not delivered. GESTOR: the system itself does not take anything now, so that what comes after waits
 * too. PAQUETE: this one alone is refused, and the rest may go.
 */
export interface FallaEntrega extends Failure {
  readonly de: 'GESTOR' | 'PAQUETE';
  /** In `content/textos/gestor.yaml`. */
  readonly motivo: MotivoEntrega;
}

export const MOTIVOS_ENTREGA = [
  /** Its place is not there: not mounted, or never prepared. */
  'SIN_CARPETA',
  'SIN_ESPACIO',
  'SIN_PERMISO',
  'NO_RESPONDE',
  /** Something else is there under that number. */
  'CONFLICTO',
  /** A file of the case cannot be read. */
  'ANEXO_ILEGIBLE',
  /** The package of this case could not be made. */
  'SIN_ARMAR',
] as const;
export type MotivoEntrega = (typeof MOTIVOS_ENTREGA)[number];

/** An official number that another Ventanilla assigned, as it came. */
export interface RadicadoExterno {
  /** Line of what was brought, from 1. */
  readonly linea: number;
  /** Our reception number. */
  readonly recepcion: string;
  readonly radicado: string;
  /** The day it was assigned. */
  readonly fecha: LocalDate;
}

/** A row that cannot be accepted. `motivo` has its words in `content/textos/gestor.yaml`. */
export interface FallaDeFila {
  readonly linea: number;
  readonly motivo: MotivoFila;
}

export const MOTIVOS_FILA = [
  'NO_ES_CSV',
  'COMILLAS',
  'ENCABEZADO',
  'CAMPOS',
  'RECEPCION_MAL',
  'RADICADO_MAL',
  'FECHA_MAL',
  'RECEPCION_REPETIDA',
  'RADICADO_REPETIDO',
  'SIN_CASO',
  'YA_TIENE_OTRO',
  'RADICADO_DE_OTRO',
  'FECHA_ANTERIOR',
  'FECHA_FUTURA',
  'MUY_GRANDE',
  'VACIO',
] as const;
export type MotivoFila = (typeof MOTIVOS_FILA)[number];

/** Numbers brought together. They are taken all or none: a lot with a fault changes no case. */
export interface LoteRadicados {
  /** Names it in the log and to the person who brought it. */
  readonly nombre: string;
  readonly filas: readonly RadicadoExterno[];
  /** Of what could not even be read. */
  readonly fallas: readonly FallaDeFila[];
  /** All its numbers are in their cases: it is not brought again. */
  accept(): Promise<void>;
  /** It was not taken, and why, line by line: it is not brought again as it is. */
  reject(fallas: readonly FallaDeFila[]): Promise<void>;
}

/**
 * Port to the entity's document management system. Its connectors promise what `test/contracts` says and no more; none
 * bears the name of a product.
 */
export interface DocumentManagement {
  /**
   * Puts a package in the system. The same one again changes nothing and is success; another under its number is
   * refused. When it answers ok the package is whole and durable; a death before that leaves nothing that looks whole.
   */
  deliver(paquete: Paquete): Promise<Result<Entregado, FallaEntrega>>;
  /** The lots of official numbers that wait to be taken. One that could not be settled is brought again. */
  radicados(): AsyncIterable<LoteRadicados>;
}
