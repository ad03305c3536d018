import { type Connection, Schema } from 'mongoose';
import { failure, type Failure } from '../base/kernel/failures';
import { newId } from '../base/kernel/ids';
import { err, ok, type Result } from '../base/kernel/result';
import { settledUpsert } from '../base/store/settled-upsert';
import type { Series } from './mongo-book';

const schema = new Schema(
  {
    _id: { type: String, required: true },
    entidad: { type: String, required: true },
    esquema: { type: Number, required: true },
    /** Number a series starts a year with. */
    primero: Number,
    /** Changes each time an administrator accepts the clock. */
    aceptacion: String,
    por: String,
    en: Date,
  },
  { collection: 'ajustes_libro', versionKey: false, autoIndex: false },
);

const firstNumberId = ({ entidad, libro, serie }: Series, anio: number) =>
  `${entidad}/${libro}/${serie}/${anio}`;
const clockId = (entidad: string) => `${entidad}/reloj`;

/** What the town sets once about its books. */
export function createMongoBookSettings(connection: Connection) {
  const model = connection.model('AjusteLibro', schema);
  return {
    /** The number a series starts a year with. Asking pins it: from then on it cannot be set. */
    async firstNumber(series: Series, anio: number): Promise<number> {
      const pinned = await settledUpsert(() =>
        model
          .findOneAndUpdate(
            { _id: firstNumberId(series, anio) },
            { $setOnInsert: { entidad: series.entidad, esquema: 1, primero: 1 } },
            { upsert: true, returnDocument: 'after' },
          )
          .lean<{ primero: number }>()
          .exec(),
      );
      return pinned?.primero ?? 1;
    },

    /** Sets it, once, before the year's first filing. Failure: NUMBERING_ALREADY_STARTED. */
    async setFirstNumber(series: Series, anio: number, primero: number): Promise<Result<number, Failure>> {
      const _id = firstNumberId(series, anio);
      const before = await settledUpsert(() =>
        model
          .findOneAndUpdate(
            { _id },
            { $setOnInsert: { entidad: series.entidad, esquema: 1, primero } },
            { upsert: true, returnDocument: 'before' },
          )
          .lean()
          .exec(),
      );
      return before ? err(failure('NUMBERING_ALREADY_STARTED', { anio })) : ok(primero);
    },

    async clockAcceptance(entidad: string): Promise<string> {
      const found = await model.findById(clockId(entidad)).lean<{ aceptacion: string }>();
      return found?.aceptacion ?? '';
    },

    /** An administrator looked at the clock and takes it as it is: numbering goes on. */
    async acceptClock(entidad: string, por: string, en: Date): Promise<void> {
      const acceptance = { entidad, esquema: 1, aceptacion: newId(), por, en };
      await model.updateOne({ _id: clockId(entidad) }, { $set: acceptance }, { upsert: true });
    },
  };
}

export type MongoBookSettings = ReturnType<typeof createMongoBookSettings>;
