import type { Model } from 'mongoose';
import type { Libro } from '../comunicaciones/comunicacion';
import { OPEN_STATES, type Pqrsd } from '../pqrsd/pqrsd';
import type { OpenCases } from './visible-cases';

const BATCH = 100;

/** The open cases of one book. Each state comes in order by its index, and the states are merged as they come. */
export const createMongoOpenCases = (
  model: Model<Pqrsd>,
  { entidad, libro }: { readonly entidad: string; readonly libro: Libro },
): OpenCases => ({
  byDueDate: () =>
    merged(
      [...OPEN_STATES].map((estado) =>
        model
          .find({ entidad, clase: 'E', libro, 'pqrsd.estado': estado })
          .sort({ 'pqrsd.venceEstricto': 1 })
          .lean<Pqrsd[]>()
          .cursor({ batchSize: BATCH })
          [Symbol.asyncIterator](),
      ),
    ),
});

async function* merged(sources: readonly AsyncIterator<Pqrsd>[]): AsyncGenerator<Pqrsd> {
  const heads = await Promise.all(sources.map((source) => source.next()));
  for (;;) {
    const at = nearest(heads);
    const head = heads[at];
    const source = sources[at];
    if (!head || head.done || !source) return;
    yield head.value;
    heads[at] = await source.next();
  }
}

/** The position of the nearest due date; -1 when all are read. */
function nearest(heads: readonly IteratorResult<Pqrsd, unknown>[]): number {
  let best = -1;
  let due = '';
  for (const [at, head] of heads.entries()) {
    if (head.done) continue;
    const { venceEstricto } = head.value.pqrsd;
    if (best < 0 || venceEstricto < due) [best, due] = [at, venceEstricto];
  }
  return best;
}
