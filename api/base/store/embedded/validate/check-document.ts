import { CommandError } from '../command-error';
import type { CollectionInfo, IndexInfo } from '../storage/catalog';
import { DamagedValue, documentOf } from '../storage/checked-value';
import type { Entry, Environment } from '../storage/environment';
import { type IndexKeys, indexKeys } from '../storage/index-keys';
import { ID_LIMIT, idKey, keyOf } from '../storage/key-space';
import type { Doc } from '../values/types';
import { type Fault, ID_INDEX } from './fault';

/** A stored document against its sum, its key and every index. */
export function checkDocument(
  env: Environment,
  collection: CollectionInfo,
  { key: stored, value }: Entry,
): Fault[] {
  const id = stored.subarray(4);
  const key = id.toString('hex');
  try {
    const { document } = documentOf(value);
    if (!idKey(document._id).equals(id))
      return [{ kind: 'corrupt', key, why: 'its _id is not the one it is stored under' }];
    const unmarked = id.length === ID_LIMIT && !collection.cut;
    return [
      ...(unmarked ? [{ kind: 'unmarked', key, index: ID_INDEX } as const] : []),
      ...collection.indexes
        .filter(({ ready }) => ready)
        .flatMap((index) => checkEntries(env, index, id, document)),
    ];
  } catch (cause) {
    if (!(cause instanceof DamagedValue)) throw cause;
    return [{ kind: 'corrupt', key, why: cause.message }];
  }
}

/** The keys of a document; undefined when no index could hold it. */
function keysOf(index: IndexInfo, document: Doc): IndexKeys | undefined {
  try {
    return indexKeys(index, document);
  } catch (cause) {
    if (cause instanceof CommandError) return undefined;
    throw cause;
  }
}

function checkEntries(env: Environment, index: IndexInfo, id: Buffer, document: Doc): Fault[] {
  const about = { key: id.toString('hex'), index: index.name };
  const expected = keysOf(index, document);
  if (!expected) return [{ kind: 'missing', ...about }];
  const { keys, multikey, cut } = expected;
  const missing = keys.some((fields) => !env.get(keyOf(index.id, fields, id))?.equals(id));
  const unmarked = (multikey && !index.multikey) || (cut && !index.cut);
  return [
    ...(missing ? [{ kind: 'missing', ...about } as const] : []),
    ...(unmarked ? [{ kind: 'unmarked', ...about } as const] : []),
  ];
}

/** Whether a document has such an entry; a damaged one has been told already. */
export function asksFor(index: IndexInfo, value: Buffer, fields: Buffer): boolean {
  try {
    const keys = keysOf(index, documentOf(value).document)?.keys ?? [];
    return keys.some((one) => one.equals(fields));
  } catch (cause) {
    if (cause instanceof DamagedValue) return true;
    throw cause;
  }
}
