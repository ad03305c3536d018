import { CommandError, refuse } from '../command-error';
import { MAX_DOCUMENT_BYTES, decode } from '../values/raw-document';
import type { Doc } from '../values/types';
import { valueText } from '../values/value-text';
import type { Catalog, CollectionInfo, IndexInfo } from './catalog';
import { checkedValue } from './checked-value';
import type { Environment } from './environment';
import { type IndexKeys, indexKeys, keyValue } from './index-keys';
import { afterPrefix, idKey, ID_LIMIT, keyOf } from './key-space';
import { type Stored, readStored } from './read-stored';

interface Entries {
  readonly index: IndexInfo;
  readonly keys: IndexKeys;
}

function duplicate({ db, name }: CollectionInfo, index: string, keyPattern: Doc, value: Doc): CommandError {
  const message = `E11000 duplicate key error collection: ${db}.${name} index: ${index} dup key: ${valueText(value)}`;
  return new CommandError('DuplicateKey', message, { keyPattern, keyValue: value });
}

/**
 * Documents with their index entries. All functions run inside a write and check everything before they store anything,
 * so that a refusal leaves nothing behind.
 */
export class Documents {
  constructor(
    private readonly env: Environment,
    private readonly catalog: Catalog,
  ) {}

  find(collection: CollectionInfo, id: Buffer): Stored | undefined {
    const value = this.env.get(keyOf(collection.id, id));
    return value && readStored(this.env, collection, id, value);
  }

  /** Stores a new document; a duplicate of `_id` or of a unique index is refused. */
  insert(collection: CollectionInfo, raw: Buffer): void {
    const document = decode(raw);
    refuseBadId(document._id);
    const id = idKey(document._id);
    if (this.env.get(keyOf(collection.id, id)))
      throw duplicate(collection, '_id_', { _id: 1 }, { _id: document._id });
    const entries = this.entriesOf(collection, document);
    this.refuseDuplicates(collection, entries, document, id);
    this.env.put(keyOf(collection.id, id), checkedValue(raw));
    if (id.length === ID_LIMIT && !collection.cut) this.learn(collection, () => (collection.cut = true));
    for (const { index, keys } of entries) this.addEntries(collection, index, keys, id);
  }

  /** Puts a document in the place of another with the same `_id`. */
  replace(collection: CollectionInfo, before: Stored, raw: Buffer): void {
    if (raw.length > MAX_DOCUMENT_BYTES) {
      refuse('BSONObjectTooLarge', `Resulting document after update is larger than 16777216: ${raw.length}`);
    }
    const document = decode(raw);
    const after = this.entriesOf(collection, document);
    const old = new Map(
      this.entriesOf(collection, before.document).map(({ index, keys }) => [index.id, keys]),
    );
    const added = after.map(({ index, keys }) => ({ index, keys: without(keys, old.get(index.id)) }));
    this.refuseDuplicates(collection, added, document, before.id);
    for (const { index, keys } of after) {
      const gone = without(old.get(index.id) ?? keys, keys);
      for (const key of gone.keys) this.env.remove(keyOf(index.id, key, before.id));
    }
    this.env.put(keyOf(collection.id, before.id), checkedValue(raw));
    for (const { index, keys } of added) this.addEntries(collection, index, keys, before.id);
  }

  remove(collection: CollectionInfo, { id, document }: Stored): void {
    for (const { index, keys } of this.entriesOf(collection, document)) {
      for (const key of keys.keys) this.env.remove(keyOf(index.id, key, id));
    }
    this.env.remove(keyOf(collection.id, id));
  }

  /** Adds one document to an index that is being built. */
  addToIndex(collection: CollectionInfo, index: IndexInfo, { id, document }: Stored): void {
    const keys = indexKeys(index, document);
    this.refuseDuplicates(collection, [{ index, keys }], document, id);
    this.addEntries(collection, index, keys, id);
  }

  private entriesOf(collection: CollectionInfo, document: Doc): Entries[] {
    return collection.indexes.map((index) => ({ index, keys: indexKeys(index, document) }));
  }

  private refuseDuplicates(
    collection: CollectionInfo,
    entries: readonly Entries[],
    document: Doc,
    id: Buffer,
  ): void {
    for (const { index, keys } of entries) {
      if (!index.unique) continue;
      for (const key of keys.keys) {
        const prefix = keyOf(index.id, key);
        if (!this.env.holds(prefix, afterPrefix(prefix), (holder) => !holder.equals(id))) continue;
        throw duplicate(collection, index.name, index.spec.key as Doc, keyValue(index, document, key));
      }
    }
  }

  private addEntries(
    collection: CollectionInfo,
    index: IndexInfo,
    { keys, multikey, cut }: IndexKeys,
    id: Buffer,
  ): void {
    for (const key of keys) this.env.put(keyOf(index.id, key, id), id);
    if ((multikey && !index.multikey) || (cut && !index.cut)) {
      this.learn(collection, () => {
        index.multikey ||= multikey;
        index.cut ||= cut;
      });
    }
  }

  private learn(collection: CollectionInfo, change: () => void): void {
    change();
    this.catalog.save(collection);
  }
}

function without(keys: IndexKeys, others: IndexKeys | undefined): IndexKeys {
  if (!others || others.keys.length === 0) return keys;
  return { ...keys, keys: keys.keys.filter((key) => !others.keys.some((other) => other.equals(key))) };
}

function refuseBadId(id: unknown): void {
  if (Array.isArray(id)) refuse('BadValue', "can't use an array for _id");
  if (id === undefined) refuse('BadValue', "The '_id' value cannot be of type undefined");
}
