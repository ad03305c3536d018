import type { Model } from 'mongoose';
import { OPEN_STATES, type Pqrsd } from '../pqrsd';
import type { CasoPorRecontar, PorRecontar } from './por-recontar';

const BATCH = 50;

const FIELDS = {
  version: 1,
  recibidoEn: 1,
  'pqrsd.tipo': 1,
  'pqrsd.requerimiento': 1,
  'pqrsd.prorrogaDias': 1,
  'pqrsd.vencimiento': 1,
} as const;

export const createMongoPorRecontar = (model: Model<Pqrsd>, entidad: string): PorRecontar => ({
  async *otherThan(calendario) {
    for (const estado of OPEN_STATES)
      yield* model
        .find(
          { entidad, clase: 'E', 'pqrsd.estado': estado, 'pqrsd.vencimiento.version': { $ne: calendario } },
          FIELDS,
        )
        .lean<CasoPorRecontar[]>()
        .cursor({ batchSize: BATCH }) as AsyncIterable<CasoPorRecontar>;
  },
  async renew({ _id, version }, vencimiento) {
    const renewed = await model.updateOne(
      { _id, entidad, version },
      { $set: { 'pqrsd.vencimiento': vencimiento } },
    );
    return renewed.matchedCount === 1;
  },
});
