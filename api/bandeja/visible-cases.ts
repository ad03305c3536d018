import type { Sealing } from '../base/kernel/sealing';
import { casesNumbered, type PqrsdByNumber } from '../pqrsd/find-pqrsd';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { openContenido } from '../pqrsd/seal-case';
import type { Organigrama } from '../rutas/organigrama';
import { canSee, type Viewer } from '../rutas/viewer';

/** Port: the open cases, the nearest strict due date first. */
export interface OpenCases {
  byDueDate(): AsyncIterable<Pqrsd>;
}

/** Cases as one official may see them. Every list of cases for people goes through here. */
export interface VisibleCases {
  readonly sees: (pqrsd: Pqrsd) => boolean;
  open(): AsyncGenerator<Pqrsd>;
  /** By radicado or reception number, as people type it; undefined also for one they may not see. */
  byNumero(numero: string): Promise<Pqrsd | undefined>;
}

interface Deps {
  readonly openCases: OpenCases;
  readonly cases: PqrsdByNumber;
  readonly sealing: Sealing;
  readonly organigrama: Organigrama;
}

export function visibleCases(deps: Deps, viewer: Viewer): VisibleCases {
  const { openCases, cases, sealing, organigrama } = deps;
  const sees = (pqrsd: Pqrsd): boolean => {
    const { excluidas, contraServidor } = pqrsd.pqrsd;
    const servidor = contraServidor && openContenido(pqrsd, sealing).contra?.servidor;
    return canSee({ excluidas, ...(servidor && { servidor }) }, viewer, organigrama);
  };
  return {
    sees,
    async *open() {
      for await (const pqrsd of openCases.byDueDate()) if (sees(pqrsd)) yield pqrsd;
    },
    async byNumero(numero) {
      const all = await casesNumbered(cases, numero);
      // A rehearsal may have given the same number: after go-live the official case is the one meant, also for who may
      // not see it.
      const meant = all.find(({ libro }) => libro === 'OFICIAL') ?? all[0];
      return meant && sees(meant) ? meant : undefined;
    },
  };
}
