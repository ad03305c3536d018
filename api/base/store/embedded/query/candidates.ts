import { refuse } from '../command-error';
import type { CollectionInfo, IndexField, IndexInfo } from '../storage/catalog';
import { FIELDS_LIMIT, ID_LIMIT } from '../storage/key-space';

/** What the planner reads as an index: a secondary one, or the collection by `_id`. */
export interface Candidate {
  readonly index?: IndexInfo;
  readonly space: number;
  readonly fields: readonly IndexField[];
  readonly multikey: boolean;
  readonly cut: boolean;
  readonly limit: number;
}

export const ID_FIELD: IndexField = { path: '_id', parts: ['_id'], direction: 1 };
export const ofIndex = (index: IndexInfo): Candidate => ({
  index,
  space: index.id,
  fields: index.fields,
  multikey: index.multikey,
  cut: index.cut,
  limit: FIELDS_LIMIT,
});

export function ofIds({ id, cut }: CollectionInfo): Candidate {
  return { space: id, fields: [ID_FIELD], multikey: false, cut, limit: ID_LIMIT };
}

/** The index that the client's hint names. */
export function hinted(collection: CollectionInfo, hint: unknown): Candidate {
  if (typeof hint === 'object' && hint !== null) {
    const names = Object.keys(hint).join();
    if (names === '$natural' || names === '_id') return ofIds(collection);
  }
  if (hint === '_id_') return ofIds(collection);
  const text = typeof hint === 'string' ? undefined : JSON.stringify(hint);
  const found = collection.indexes.find(({ name, spec }) =>
    text ? JSON.stringify(spec.key) === text : name === hint,
  );
  if (!found?.ready)
    refuse(
      'BadValue',
      'error processing query: planner returned error :: caused by :: hint provided does not correspond to an existing index',
    );
  return ofIndex(found as IndexInfo);
}
