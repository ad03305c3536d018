import type { Connection } from '../../api/base/store/connect';
import type { Sealing } from '../../api/base/kernel/sealing';
import { openConversation } from '../../bot/engine/conversation-blob';
import { SEALED_FORMAT } from '../../api/base/sealing/sealing';
import { SEALED } from '../../api/pqrsd/seal-case';
import { SEALED_ENVELOPE } from '../../api/notificaciones/try-step';
import { wholeCollection } from './whole-collection';

/** For what is sealed: a value that none of these opens is an error, since nobody would have looked into it. */
const CONTEXTS = [
  ...Object.values(SEALED),
  SEALED_ENVELOPE,
  'inbox.cuerpo',
  'personas_whatsapp.nombres',
  'envios.proveedorId',
];

/** A collection as text: as whoever steals the disk reads it, and with what is sealed opened by whoever has the keys. */
export interface CollectionText {
  readonly name: string;
  readonly documents: readonly Record<string, unknown>[];
  readonly closed: string;
  readonly opened: string;
}

/** All that a store holds. */
export async function wholeStore(
  connection: Connection,
  sealing: Sealing,
): Promise<readonly CollectionText[]> {
  const names = (await connection.listCollections()).map(({ name }) => name);
  return Promise.all(
    names.map(async (name) => {
      const documents = await connection.collection(name).find({}, wholeCollection).toArray();
      const closed = JSON.stringify(documents);
      const opened = JSON.stringify(documents, (_key, value: unknown) =>
        typeof value === 'string' && SEALED_FORMAT.test(value) ? openAny(sealing, value) : value,
      );
      return { name, documents, closed, opened };
    }),
  );
}

function openAny(sealing: Sealing, sealed: string): unknown {
  for (const context of CONTEXTS) {
    try {
      return sealing.open(sealed, context);
    } catch {
      // Of another context.
    }
  }
  return openConversation(sealing, sealed);
}
