import type { Model } from 'mongoose';
import type { Comunicacion } from './comunicacion';
import type { PorSellar } from './sello/por-sellar';

/** The communications whose last change is not yet under a daily seal. */
export function createMongoPorSellar<C extends Comunicacion>(model: Model<C>, entidad: string): PorSellar {
  return {
    async pending(libro, limit, antes) {
      const found = await model
        .find(
          { entidad, libro, porSellar: true, radicadoEn: { $lt: antes } },
          { recepcion: 1, libro: 1, version: 1, eventos: { $slice: -1 } },
        )
        .sort({ anio: 1, serie: 1, numero: 1, _id: 1 })
        .limit(limit)
        .lean<Comunicacion[]>();
      return found.map(({ _id, recepcion, libro, version, eventos }) => ({
        _id,
        recepcion,
        libro,
        version,
        ultimoHash: eventos[0]?.hash ?? '',
      }));
    },
    async markSealed(_id, version) {
      const marked = await model.updateOne({ _id, version }, { $set: { porSellar: false } });
      return marked.modifiedCount === 1;
    },
  };
}
