import type { Clock } from '../base/kernel/clock';
import type { Failure } from '../base/kernel/failures';
import { localDate } from '../base/kernel/local-date';
import { ok, type Result } from '../base/kernel/result';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { Orden } from '../pqrsd/orden';
import { type Aviso, type EstadoAviso, finDe } from './aviso';
import type { Avisos } from './avisos';

export interface CompleteDeps {
  readonly avisos: Pick<Avisos, 'advance' | 'byId'>;
  readonly cases: { byId(id: string): Promise<Pqrsd | undefined> };
  readonly applyOrden: (id: string, orden: Orden, por: string) => Promise<Result<Pqrsd, Failure>>;
  readonly clock: Clock;
}

/** Takes a notice as far as it can go today. Safe to run twice, or in two copies at once. Failures: those of its case. */
export type CompleteAviso = (aviso: Aviso) => Promise<Result<Aviso, Failure>>;

/** Who posts and removes: the event names nobody. */
const POR = 'sistema';

/** Each step: what the case must hold first, and then the state that follows. */
export function createCompleteAviso(deps: CompleteDeps): CompleteAviso {
  const complete: CompleteAviso = async (aviso) => {
    const now = deps.clock.now();
    switch (aviso.estado) {
      case 'PREPARADO':
        return step(aviso, fijar(aviso), { estado: 'FIJADO', fijadoEn: now });
      case 'FIJADO':
        if (localDate(now) <= aviso.desfijaEl) return ok(aviso);
        // Its page stopped showing it at that instant, whenever the sweep came.
        return step(aviso, undefined, { estado: 'POR_DESFIJAR', desfijadoEn: endOf(aviso) });
      case 'POR_DESFIJAR':
        return step(aviso, desfijar(aviso), { estado: 'DESFIJADO' });
      case 'DESFIJADO':
        return ok(aviso);
    }
  };
  const step = async (
    aviso: Aviso,
    proof: Orden | undefined,
    cambios: Step,
  ): Promise<Result<Aviso, Failure>> => {
    if (aviso.caso !== undefined && proof) {
      const proved = await prove(deps, aviso.caso, proof);
      if (!proved.ok) return proved;
    }
    await deps.avisos.advance(aviso._id, aviso.estado, cambios);
    // Whoever advanced it, what is stored says how it is now.
    const now = await deps.avisos.byId(aviso._id);
    return complete(now ?? { ...aviso, ...cambios });
  };
  return complete;
}

/** The end of its last day; the same instant it was posted when that came later, since nobody ever read it. */
const endOf = ({ desfijaEl, fijadoEn }: Aviso): Date => {
  const fin = finDe(desfijaEl);
  return fijadoEn !== undefined && fijadoEn > fin ? fijadoEn : fin;
};

type Step = Partial<Aviso> & { readonly estado: EstadoAviso };

const fijar = ({ _id, huella, desfijaEl }: Aviso): Orden => ({
  tipo: 'FIJAR_AVISO',
  aviso: _id,
  huella,
  desfijaEl,
});

const desfijar = ({ _id, huella, fijadoEn, desfijadoEn }: Aviso): Orden => ({
  tipo: 'DESFIJAR_AVISO',
  aviso: _id,
  huella,
  fijadoEn: fijadoEn?.toISOString() ?? '',
  desfijadoEn: desfijadoEn?.toISOString() ?? '',
});

/** Tries while somebody else changes the case between reading and writing it. */
const TRIES = 5;

async function prove(deps: CompleteDeps, caso: string, orden: Orden): Promise<Result<unknown, Failure>> {
  let result = await deps.applyOrden(caso, orden, POR);
  for (let n = 1; n < TRIES && !result.ok && result.failure.code === 'VERSION_CONFLICT'; n++)
    result = await deps.applyOrden(caso, orden, POR);
  if (result.ok || result.failure.code !== 'TRANSITION_NOT_ALLOWED') return result;
  // Refused because the case already holds it: an earlier run was cut after writing it.
  return (await holds(deps, caso, orden)) ? ok(null) : result;
}

async function holds({ cases }: CompleteDeps, caso: string, orden: Orden): Promise<boolean> {
  if (orden.tipo !== 'FIJAR_AVISO' && orden.tipo !== 'DESFIJAR_AVISO') return false;
  const found = (await cases.byId(caso))?.pqrsd.avisos?.find(({ aviso }) => aviso === orden.aviso);
  return found !== undefined && (orden.tipo === 'FIJAR_AVISO' || found.desfijado);
}
