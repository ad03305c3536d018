/** What somebody looked at. IDENTIDAD: who files a confidential case. ANEXOS: its files, saved out of the system. */
export const QUE_SE_VIO = ['BANDEJA', 'CASO', 'IDENTIDAD', 'ANEXOS', 'ORDEN'] as const;
export type QueSeVio = (typeof QUE_SE_VIO)[number];

/** One look at personal data of a case, or at the list of cases. */
export interface Acceso {
  readonly quien: string;
  readonly dependencia?: string;
  readonly que: QueSeVio;
  /** Reception number; absent for the list. */
  readonly recepcion?: string;
  /** Why, where a reason is asked. */
  readonly motivo?: string;
  readonly en: Date;
}

/** Port: who looked at what. It is written before anything is shown, and only ever added to. */
export interface Accesos {
  record(acceso: Acceso): Promise<void>;
  /** The last ones, newest first, of one case or of all. */
  last(limit: number, recepcion?: string): Promise<readonly Acceso[]>;
}
