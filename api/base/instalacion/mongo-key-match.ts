import { type Connection, Schema } from 'mongoose';
import type { Sealing } from '../kernel/sealing';
import type { Keys } from '../sealing/keys';
import { trackingCode } from '../sealing/tracking-code';
import { settledUpsert } from '../store/settled-upsert';

const schema = new Schema(
  {
    _id: { type: String, required: true },
    entidad: { type: String, required: true },
    esquema: { type: Number, required: true },
    huellaClaves: { type: String, required: true },
    idsClaves: { type: [String], required: true },
  },
  { collection: 'instalacion', versionKey: false, autoIndex: false },
);

/** The keys as they can be told: hashes under secrets, and ids. */
const pinOf = (keys: Keys, sealing: Sealing, entidad: string) => ({
  huellaClaves: sealing.blind(
    `${entidad} ${trackingCode(keys.codigos, 'instalacion')}`,
    'instalacion.claves',
  ),
  idsClaves: [...keys.sellado, ...keys.firma].map(({ id }) => id),
});

/**
 * Whether these keys are the ones this data was sealed with; the first keys that meet empty data are pinned to it, and
 * keys added later with them. Starting with others, or with one missing, would leave letters that nobody can open and
 * codes that no longer work.
 */
export async function keysMatchData(
  connection: Connection,
  entidad: string,
  keys: Keys,
  sealing: Sealing,
): Promise<boolean> {
  const model = connection.model('Instalacion', schema);
  const pin = pinOf(keys, sealing, entidad);
  const pinned = await settledUpsert(() =>
    model
      .findOneAndUpdate(
        { _id: entidad },
        { $setOnInsert: { entidad, esquema: 1, ...pin } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean<typeof pin>()
      .exec(),
  );
  const present = new Set(pin.idsClaves);
  if (pinned?.huellaClaves !== pin.huellaClaves || !pinned.idsClaves.every((id) => present.has(id)))
    return false;
  if (pinned.idsClaves.length < present.size)
    await model.updateOne({ _id: entidad }, { $set: { idsClaves: pin.idsClaves } });
  return true;
}
