import { type Connection, Schema } from 'mongoose';
import type { Sealing } from '../kernel/sealing';
import { settledUpsert } from '../store/settled-upsert';

const schema = new Schema(
  {
    _id: { type: String, required: true },
    entidad: { type: String, required: true },
    esquema: { type: Number, required: true },
    huellaClaves: { type: String, required: true },
  },
  { collection: 'instalacion', versionKey: false, autoIndex: false },
);

/**
 * Whether these keys are the ones this data was sealed with; the first keys that meet empty data are pinned to it.
 * Starting with others would seal new letters apart from the old ones, which nobody could open.
 */
export async function keysMatchData(
  connection: Connection,
  entidad: string,
  sealing: Sealing,
): Promise<boolean> {
  const model = connection.model('Instalacion', schema);
  const huellaClaves = sealing.blind(entidad, 'instalacion.claves');
  const pinned = await settledUpsert(() =>
    model
      .findOneAndUpdate(
        { _id: entidad },
        { $setOnInsert: { entidad, esquema: 1, huellaClaves } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<{ huellaClaves: string }>()
      .exec(),
  );
  return pinned?.huellaClaves === huellaClaves;
}
