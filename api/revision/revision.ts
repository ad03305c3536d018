import { addDays, localDate } from '../base/kernel/local-date';

/** What does not stand. */
export interface Hallazgo {
  readonly clase:
    /** A collection with damaged documents or indexes that do not match them. */
    | 'COLECCION'
    /** A series of the book that is not whole. */
    | 'LIBRO'
    /** An attachment whose bytes are not those of its name. */
    | 'ANEXO'
    /** A case refers to an attachment that is not there. */
    | 'ANEXO_FALTANTE'
    /** Something could not be checked. */
    | 'SIN_REVISAR';
  /** Collection, series or hash: our own names, nothing personal. */
  readonly donde: string;
  /** What the check said: its own words or a code. */
  readonly motivo: string;
}

/** What one check looked at and found. */
export interface Revision {
  readonly en: Date;
  readonly segundos: number;
  readonly colecciones: number;
  readonly documentos: number;
  readonly comunicaciones: number;
  /** Attachments whose bytes were read: a share of them each night. */
  readonly anexos: number;
  /** How many things do not stand, and the first of them. */
  readonly cuantos: number;
  readonly hallazgos: readonly Hallazgo[];
  /** The attachment where the next share begins after; empty: from the first. */
  readonly hastaAnexo: string;
}

export const esSana = ({ cuantos }: Pick<Revision, 'cuantos'>): boolean => cuantos === 0;

/** When the town sleeps, in Colombia, and before the backup that most towns take at three. */
export const HORA = { cron: '30 2 * * *', texto: '02:30' } as const;

/** The last appointed time up to an instant. Colombia has kept five hours behind UTC since 1993. */
export function ultimaCita(ahora: Date): Date {
  const hoy = localDate(ahora);
  const at = (dia: string): Date => new Date(`${dia}T${HORA.texto}:00-05:00`);
  return at(hoy) <= ahora ? at(hoy) : at(addDays(hoy, -1));
}

/** Whether the check of the last appointed time has not been made: also after a night with the machine off. */
export const tocaRevisar = (ultima: Pick<Revision, 'en'> | undefined, ahora: Date): boolean =>
  ultima === undefined || ultima.en < ultimaCita(ahora);
