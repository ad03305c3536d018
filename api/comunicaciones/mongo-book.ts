import type { Model } from 'mongoose';
import type { Book, Inserted } from './book';
import type { MongoBookSettings } from './mongo-book-settings';
import type { Comunicacion } from './comunicacion';
import { endOf } from './place';

/** Which book, and which of its series. */
export type Series = Pick<Comunicacion, 'entidad' | 'libro' | 'serie'>;

const DUPLICATE_KEY = 11_000;

/** How far an ordered insert went before a duplicate key stopped it; undefined for any other error. */
function insertedBefore(cause: unknown): number | undefined {
  const error = cause as { code?: unknown; writeErrors?: { index?: unknown }[]; insertedCount?: unknown };
  if (error.code !== DUPLICATE_KEY) return undefined;
  const index = error.writeErrors?.[0]?.index;
  return typeof index === 'number' ? index : undefined;
}

/**
 * A series of a book in the store. Unique indexes, not this code, keep numbers and keys from repeating.
 * @param check throws (a bug) on a communication that must not be stored as it is.
 */
export function createMongoBook<C extends Comunicacion>(
  model: Model<C>,
  settings: MongoBookSettings,
  series: Series,
  check: (comunicacion: C) => void = () => {},
): Book<C> {
  return {
    async end() {
      const last = await model
        .findOne(series, { anio: 1, numero: 1, radicadoEn: 1, eventos: { $slice: 1 } })
        .sort({ anio: -1, numero: -1, _id: -1 })
        .lean<Comunicacion>();
      return last ? endOf(last) : undefined;
    },
    firstNumber: (anio) => settings.firstNumber(series, anio),
    async insertInOrder(comunicaciones): Promise<Inserted> {
      try {
        for (const comunicacion of comunicaciones) check(comunicacion);
        // Lean: this program built them with their types; casting them all again is half the cost of a filing.
        await model.insertMany(comunicaciones, { ordered: true, lean: true });
        return { inserted: comunicaciones.length };
      } catch (cause) {
        const inserted = insertedBefore(cause);
        if (inserted === undefined) throw cause;
        return { inserted };
      }
    },
    async findByClave(clave) {
      const { entidad, libro } = series;
      const found = await model.findOne({ entidad, libro, clave }).lean<C>();
      return found ?? undefined;
    },
    clockAcceptance: () => settings.clockAcceptance(series.entidad),
  };
}
