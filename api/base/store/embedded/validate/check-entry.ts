import type { CollectionInfo, IndexInfo } from '../storage/catalog';
import type { Entry, Environment } from '../storage/environment';
import { afterPrefix, keyOf } from '../storage/key-space';
import { asksFor } from './check-document';
import type { Fault } from './fault';

/** An index entry against the document it leads to and, in a unique index, against its neighbours. */
export function checkEntry(
  env: Environment,
  collection: CollectionInfo,
  index: IndexInfo,
  { key: stored, value: id }: Entry,
): Fault[] {
  const about = { key: id.toString('hex'), index: index.name };
  const end = stored.length - id.length;
  const document = env.get(keyOf(collection.id, id));
  const fields = stored.subarray(4, Math.max(4, end));
  const wanted = document && stored.subarray(end).equals(id) && asksFor(index, document, fields);
  if (!wanted) return [{ kind: 'extra', ...about }];
  const prefix = keyOf(index.id, fields);
  const repeated = index.unique && env.holds(prefix, afterPrefix(prefix), (holder) => !holder.equals(id));
  return repeated ? [{ kind: 'repeated', ...about }] : [];
}
