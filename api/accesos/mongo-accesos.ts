import { type Connection, type Model, Schema } from 'mongoose';
import { newId } from '../base/kernel/ids';
import type { Sealing } from '../base/kernel/sealing';
import { sealedField } from '../base/sealing/mongo-sealed-type';
import type { Acceso, Accesos } from './accesos';

interface AccesoDocument {
  readonly _id: string;
  readonly entidad: string;
  readonly esquema: number;
  /** Sealed name and reason of who looked. */
  readonly quien: string;
  readonly dependencia?: string;
  readonly que: Acceso['que'];
  readonly recepcion?: string;
  readonly en: Date;
}

const CONTEXT = 'acceso.quien';

const text = { type: String, required: true } as const;

const schema = new Schema<AccesoDocument>(
  {
    _id: text,
    entidad: text,
    esquema: { type: Number, required: true },
    quien: { ...sealedField, required: true },
    dependencia: String,
    que: text,
    recepcion: String,
    en: { type: Date, required: true },
  },
  { collection: 'accesos', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);
schema.index({ entidad: 1, en: 1, _id: 1 });
schema.index({ entidad: 1, recepcion: 1, en: 1, _id: 1 });

/** Accesses in collection `accesos`, once its indexes exist. */
export async function openMongoAccesos(
  connection: Connection,
  entidad: string,
  sealing: Sealing,
): Promise<Accesos> {
  const known = connection.models['Acceso'] as Model<AccesoDocument> | undefined;
  const model = known ?? connection.model<AccesoDocument>('Acceso', schema);
  await model.createIndexes();
  return {
    async record({ quien, motivo, ...rest }) {
      const sealed = sealing.seal(JSON.stringify({ quien, motivo }), CONTEXT);
      await model.create([{ _id: newId(), entidad, esquema: 1, quien: sealed, ...rest }]);
    },
    async last(limit, recepcion) {
      const found = await model
        .find({ entidad, ...(recepcion !== undefined && { recepcion }) })
        .sort({ en: -1, _id: -1 })
        .limit(limit)
        .lean<AccesoDocument[]>()
        .exec();
      return found.map((one) => accesoOf(one, sealing));
    },
  };
}

function accesoOf({ quien, dependencia, que, recepcion, en }: AccesoDocument, sealing: Sealing): Acceso {
  // Sealed by this program, so it has the shape it gave it.
  const who = JSON.parse(sealing.open(quien, CONTEXT)) as Pick<Acceso, 'quien' | 'motivo'>;
  return {
    ...who,
    ...(dependencia !== undefined && { dependencia }),
    que,
    ...(recepcion !== undefined && { recepcion }),
    en,
  };
}
