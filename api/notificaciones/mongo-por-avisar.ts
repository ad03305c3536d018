import type { Model } from 'mongoose';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { CasosPorAvisar } from './ports';

/** The cases with something to be told, of either book. */
export const createMongoPorAvisar = (model: Model<Pqrsd>, entidad: string): CasosPorAvisar => ({
  next: (limit) =>
    model
      .find({ entidad, 'pqrsd.porAvisar': { $gt: 0 } })
      .limit(limit)
      .lean<Pqrsd[]>()
      .exec(),
  async begun({ _id, version }) {
    const unmarked = await model.updateOne({ _id, entidad, version }, { $unset: { 'pqrsd.porAvisar': 1 } });
    return unmarked.modifiedCount === 1;
  },
});
