import type { Document } from 'bson';
import { parseFilter } from '../query/parse-filter';
import type { FilterNode } from '../query/filter-node';
import { encode } from '../values/raw-document';
import { type Doc, asNumber, isObject } from '../values/types';
import { ByteWriter } from '../values/byte-writer';
import { checkedValue, documentOf } from './checked-value';
import type { Environment, View } from './environment';
import { afterPrefix } from './key-space';

export interface IndexField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}

/** One secondary index, with what the client asked for and what the store learnt about it. */
export interface IndexInfo {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial?: { readonly filter: Doc; readonly node: FilterNode };
  /** Seconds after the date in its field when a document goes. */
  readonly expireAfterSeconds?: number;
  /** What `listIndexes` answers. */
  readonly spec: Doc;
  /** Some document has several entries: an array was met. */
  multikey: boolean;
  /** Some key was too long and had to be cut: no order can be read from it. */
  cut: boolean;
  /** False while it is being built over existing documents: kept up, not yet used. */
  ready: boolean;
}

export interface CollectionInfo {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly indexes: IndexInfo[];
  /** Some `_id` was too long for a key and had to be cut. */
  cut: boolean;
}

/** Keys of the catalog start with four zero bytes, then a name. */
function catalogKey(name: string): Buffer {
  const out = new ByteWriter();
  out.uint32(0);
  out.text(name);
  return out.copyFrom(0);
}

const NEXT_ID = catalogKey('next');
const COLLECTION_PREFIX = 'coll:';
const COLLECTIONS = Buffer.concat([Buffer.alloc(4), Buffer.from(COLLECTION_PREFIX)]);

export function indexFields(key: Doc): IndexField[] {
  return Object.entries(key).map(([path, order]) => ({
    path,
    parts: path.split('.'),
    direction: (asNumber(order) ?? 1) < 0 ? -1 : 1,
  }));
}

function readIndex(stored: Doc): IndexInfo {
  const spec = stored.spec as Doc;
  const filter = spec.partialFilterExpression;
  return {
    id: asNumber(stored.id) ?? 0,
    name: String(spec.name),
    fields: indexFields(spec.key as Doc),
    unique: spec.unique === true,
    sparse: spec.sparse === true,
    partial: isObject(filter) ? { filter, node: parseFilter(filter) } : undefined,
    expireAfterSeconds: asNumber(spec.expireAfterSeconds),
    spec,
    multikey: stored.multikey === true,
    cut: stored.cut === true,
    ready: stored.ready === true,
  };
}

function readCollection(stored: Doc): CollectionInfo {
  return {
    id: asNumber(stored.id) ?? 0,
    db: String(stored.db),
    name: String(stored.name),
    indexes: (stored.indexes as Doc[]).map(readIndex),
    cut: stored.cut === true,
  };
}

const collectionKey = (db: string, name: string): Buffer => catalogKey(`${COLLECTION_PREFIX}${db}.${name}`);

/** The collection as that view of the database has it. */
export function collectionIn(view: View, db: string, name: string): CollectionInfo | undefined {
  const stored = view.get(collectionKey(db, name));
  return stored && readCollection(documentOf(stored).document);
}

const written = ({ indexes, ...rest }: CollectionInfo): Document => ({
  ...rest,
  indexes: indexes.map(({ id, spec, multikey, cut, ready }) => ({ id, spec, multikey, cut, ready })),
});

/** Which collections and indexes there are. In memory; each change is stored in the write that makes it. */
export class Catalog {
  private collections = new Map<string, CollectionInfo>();

  constructor(private readonly env: Environment) {
    this.load();
  }

  /** Reads everything again, as when a batch was given up. */
  load(): void {
    this.collections = new Map();
    for (const { value } of this.env.entries({ from: COLLECTIONS, to: afterPrefix(COLLECTIONS) })) {
      const info = readCollection(documentOf(value).document);
      this.collections.set(`${info.db}.${info.name}`, info);
    }
  }

  find = (db: string, name: string): CollectionInfo | undefined => this.collections.get(`${db}.${name}`);

  all = (): CollectionInfo[] => [...this.collections.values()];

  /** Only inside a write. */
  create(db: string, name: string): CollectionInfo {
    const info: CollectionInfo = { id: this.newId(), db, name, indexes: [], cut: false };
    this.collections.set(`${db}.${name}`, info);
    this.save(info);
    return info;
  }

  /** Only inside a write. */
  save(info: CollectionInfo): void {
    this.env.put(collectionKey(info.db, info.name), checkedValue(encode(written(info))));
  }

  /** Only inside a write. */
  addIndex(info: CollectionInfo, spec: Doc, ready: boolean): IndexInfo {
    const index = readIndex({ id: this.newId(), spec, multikey: false, cut: false, ready });
    info.indexes.push(index);
    this.save(info);
    return index;
  }

  /** Only inside a write. */
  forgetIndex(info: CollectionInfo, index: IndexInfo): void {
    const at = info.indexes.findIndex(({ id }) => id === index.id);
    if (at >= 0) info.indexes.splice(at, 1);
    this.save(info);
  }

  /** Only inside a write. */
  forget(info: CollectionInfo): void {
    this.collections.delete(`${info.db}.${info.name}`);
    this.env.remove(collectionKey(info.db, info.name));
  }

  private newId(): number {
    const next = (this.env.get(NEXT_ID)?.readUInt32BE(0) ?? 0) + 1;
    const stored = Buffer.alloc(4);
    stored.writeUInt32BE(next);
    this.env.put(NEXT_ID, stored);
    return next;
  }
}
