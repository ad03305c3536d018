import type { Logger } from '../base/kernel/logger';
import { createOrderedNames } from './ordered-name';
import { casesNumbered, type PqrsdByNumber } from '../pqrsd/find-pqrsd';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { Avisos } from './avisos';
import { createSweepAvisos } from './avisos.job';
import { type CompleteDeps, createCompleteAviso } from './complete-aviso';
import { createPostAviso, type PostDeps } from './post-aviso';
import { createRemoveAviso } from './remove-aviso';

interface Deps
  extends
    Pick<PostDeps, 'entidad' | 'libro' | 'sealing' | 'clock'>,
    Pick<CompleteDeps, 'cases' | 'applyOrden'> {
  readonly avisos: Avisos;
  readonly numbers: PqrsdByNumber;
  readonly logger: Logger;
}

/** The use cases of public notices. */
export function createAvisos(deps: Deps) {
  const { avisos, numbers, libro, clock } = deps;
  const complete = createCompleteAviso(deps);
  const caseOf = async (numero: string): Promise<Pqrsd | undefined> =>
    (await casesNumbered(numbers, numero)).find((one) => one.libro === libro);
  return {
    publicar: createPostAviso({ ...deps, complete, caseOf, newId: createOrderedNames(clock) }),
    desfijar: createRemoveAviso({ ...deps, complete }),
    barrer: createSweepAvisos({ ...deps, complete }),
    /** What the pages and lists read. */
    lectura: avisos satisfies Pick<Avisos, 'byId' | 'vigentes' | 'retirados'>,
  };
}

export type UsoDeAvisos = ReturnType<typeof createAvisos>;
