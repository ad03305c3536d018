import type { Model } from 'mongoose';
import type { Series } from '../comunicaciones/mongo-book';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { CasosDelLibro, Posicion } from './entregas';

/** The petitions of a series, by the index that keeps its numbers apart. */
export function createMongoCasosDelLibro(model: Model<Pqrsd>, series: Series): CasosDelLibro {
  const { entidad, libro, serie } = series;
  // A series of all kinds also holds letters that are no petitions.
  const petitions = { entidad, libro, serie, pqrsd: { $exists: true } };
  const find = (place: object, limit: number) =>
    model
      .find({ ...petitions, ...place })
      .sort({ anio: 1, numero: 1 })
      .limit(limit)
      .lean<Pqrsd[]>()
      .exec();
  const one = async (filter: object) =>
    (await model
      .findOne({ ...filter, pqrsd: { $exists: true } })
      .lean<Pqrsd>()
      .exec()) ?? undefined;
  return {
    async after(posicion, limit) {
      const [first, ...rest] = placesAfter(posicion);
      const found = await find(first, limit);
      for (const place of rest) {
        if (found.length < limit) found.push(...(await find(place, limit - found.length)));
      }
      return found;
    },
    async countAfter(posicion, limit) {
      let counted = 0;
      for (const place of placesAfter(posicion)) {
        counted += await model.countDocuments({ ...petitions, ...place }, { limit }).exec();
      }
      return Math.min(counted, limit);
    },
    byId: (_id) => one({ _id, entidad, libro }),
    byRecepcion: (recepcion) => one({ entidad, libro, recepcion }),
    byRadicado: (radicado) => one({ entidad, radicado, libro }),
  };
}

/** The rest of its year, then the years to come: each is one stretch of the index. */
const placesAfter = (posicion: Posicion | undefined): readonly [object, ...object[]] =>
  posicion
    ? [{ anio: posicion.anio, numero: { $gt: posicion.numero } }, { anio: { $gt: posicion.anio } }]
    : [{}];
