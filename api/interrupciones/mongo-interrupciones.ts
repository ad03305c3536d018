import { type Connection, type Model, Schema } from 'mongoose';
import { schemaBase, schemaOptions } from '../base/store/schema-base';
import { settledUpsert } from '../base/store/settled-upsert';
import type { CausaVisible, Interrupcion } from './interrupcion';
import { type Interrupciones, MAX_ANOTACIONES, PAGINA } from './ports';

const text = { type: String, required: true } as const;
const instant = { type: Date, required: true } as const;

const anotacion = new Schema({ motivo: text, quien: text, en: instant }, { _id: false });

interface Kept extends Interrupcion {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: 1;
  /** Only while it lasts, with `copia` and `visto`. */
  readonly abierta?: true;
  readonly copia?: string;
  readonly visto?: Date;
}

const schema = new Schema<Kept>(
  {
    _id: text,
    ...schemaBase,
    id: text,
    causa: text,
    desde: instant,
    hasta: Date,
    anotaciones: [anotacion],
    abierta: Boolean,
    copia: String,
    visto: Date,
  },
  { ...schemaOptions, id: false, collection: 'interrupciones' },
);
schema.index({ entidad: 1, desde: -1 });
// Two copies that see the same condition keep one.
schema.index({ entidad: 1, causa: 1 }, { unique: true, partialFilterExpression: { abierta: true } });

const DUPLICATE_KEY = 11_000;

const keyOf = (entidad: string, id: string): string => `${entidad}:${id}`;

const modelOf = (connection: Connection): Model<Kept> =>
  (connection.models['Interrupcion'] as Model<Kept> | undefined) ??
  connection.model<Kept>('Interrupcion', schema);

const shown = ({ id, causa, desde, hasta, anotaciones }: Kept): Interrupcion => ({
  id,
  causa,
  desde,
  ...(hasta && { hasta }),
  anotaciones,
});

/** The interruptions of a town in collection `interrupciones`, once its indexes exist. */
export async function openMongoInterrupciones(
  connection: Connection,
  entidad: string,
): Promise<Interrupciones> {
  const model = modelOf(connection);
  await model.createIndexes();
  const named = (id: string) => ({ _id: keyOf(entidad, id) });
  const lasting = (id: string) => ({ ...named(id), abierta: true as const });
  return {
    ...readsOf(model, entidad),
    async record({ hasta, ...rest }) {
      const change = { $setOnInsert: { ...rest, entidad, esquema: 1 }, $max: { hasta } };
      await settledUpsert(() => model.updateOne(named(rest.id), change, { upsert: true }).exec());
    },
    open: (one) => insertOnce(model, { ...one, ...lasting(one.id), entidad, esquema: 1 }),
    async see(id, visto) {
      await model.updateOne(lasting(id), { $max: { visto } }).exec();
    },
    async close(id, hasta) {
      const change = { $set: { hasta }, $unset: { abierta: 1, copia: 1, visto: 1 } } as const;
      await model.updateOne(lasting(id), change).exec();
    },
    async annotate(id, note) {
      const withRoom = { ...named(id), [`anotaciones.${MAX_ANOTACIONES - 1}`]: { $exists: false } };
      const { matchedCount } = await model.updateOne(withRoom, { $push: { anotaciones: note } }).exec();
      return matchedCount === 1;
    },
  };
}

const readsOf = (model: Model<Kept>, entidad: string): Pick<Interrupciones, 'opened' | 'find' | 'list'> => ({
  async opened() {
    const found = await model.find({ entidad, abierta: true }).lean<Kept[]>().exec();
    return found.map(({ copia = '', visto, ...one }) => ({
      ...shown(one),
      causa: one.causa as CausaVisible,
      copia,
      visto: visto ?? one.desde,
    }));
  },
  async find(id) {
    const kept = await model.findById(keyOf(entidad, id)).lean<Kept>().exec();
    return kept ? shown(kept) : undefined;
  },
  async list(antes) {
    const began = antes ? { desde: { $lt: antes } } : {};
    const found = await model
      .find({ entidad, ...began })
      .sort({ desde: -1 })
      .limit(PAGINA)
      .lean<Kept[]>()
      .exec();
    return found.map(shown);
  },
});

async function insertOnce(model: Model<Kept>, kept: Omit<Kept, 'hasta'>): Promise<void> {
  try {
    await model.create(kept);
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== DUPLICATE_KEY) throw cause;
  }
}
