/** Why the service did not do its work. What each one means in words is in `content/textos/disponibilidad.yaml`. */
export const CAUSAS = [
  /** No copy of the program was running. */
  'DETENIDO',
  /** The same, after somebody stopped it in order. */
  'DETENIDO_A_ORDEN',
  /** It ran and could keep nothing. */
  'SIN_ALMACEN',
  /** The clock jumped or the machine slept: whether it received cannot be known. */
  'RELOJ',
  /** The disk had no room to file. */
  'SIN_ESPACIO',
  /** It received and kept, and gave no numbers. */
  'NUMERACION_EN_PAUSA',
  /** An official tells what the program could not see: no electricity, no internet. */
  'REPORTADA',
  /** An official tells it before it happens. */
  'PROGRAMADA',
] as const;

export type Causa = (typeof CAUSAS)[number];

/** The conditions that a running program sees in itself. */
export type CausaVisible = Extract<Causa, 'SIN_ESPACIO' | 'NUMERACION_EN_PAUSA'>;

/** What an official adds afterwards. It never changes the interval. */
export interface Anotacion {
  /** Published as it is. */
  readonly motivo: string;
  /** Who says it; kept and not published. */
  readonly quien: string;
  readonly en: Date;
}

/** A time in which the service did not do its work. */
export interface Interrupcion {
  /** Names it in its certificate, and is the same for whoever records the same one. */
  readonly id: string;
  readonly causa: Causa;
  readonly desde: Date;
  /** Absent while it lasts. */
  readonly hasta?: Date;
  readonly anotaciones: readonly Anotacion[];
}

/** One that lasts, with the copy of the program that saw it begin and when any copy last saw it. */
export interface InterrupcionAbierta extends Omit<Interrupcion, 'hasta' | 'causa'> {
  readonly causa: CausaVisible;
  readonly copia: string;
  readonly visto: Date;
}

export const idDe = (desde: Date, causa: Causa): string =>
  `${desde.getTime().toString(36)}-${causa.toLowerCase().replaceAll('_', '-')}`;

/** Whether the program itself recorded it; the others are told by a person. */
export const esRegistrada = ({ causa }: Pick<Interrupcion, 'causa'>): boolean =>
  causa !== 'REPORTADA' && causa !== 'PROGRAMADA';
