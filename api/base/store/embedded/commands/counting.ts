import { refuse } from '../command-error';
import { forEachMatch, type Search } from '../query/find-documents';
import { parseFilter } from '../query/parse-filter';
import { visitPath } from '../query/paths';
import { afterPrefix, keyOf } from '../storage/key-space';
import { keyBytes } from '../values/key-bytes';
import { isObject } from '../values/types';
import { type Command, collectionName, countOf, refuseOptions } from './command';

export const count: Command = async (call) => {
  const { engine, db, body, deadline } = call;
  refuseOptions(body, ['collation'], 'count');
  const name = collectionName(call);
  const collection = engine.catalog.find(db, name);
  if (!collection) return { n: 0 };
  const limit = Math.abs(Number(body.limit ?? 0));
  const skip = countOf(body, 'skip') ?? 0;
  const query = body.query;
  let n = 0;
  if (query === undefined || (isObject(query) && Object.keys(query).length === 0)) {
    const space = keyOf(collection.id);
    n = engine.env.count(space, afterPrefix(space));
  } else {
    const search: Search = {
      filter: parseFilter(query, call.variables),
      sort: [],
      hint: body.hint,
      deadline,
      limit: limit ? limit + skip : 0,
    };
    await forEachMatch(engine.env, collection, search, () => (n += 1));
  }
  const after = Math.max(0, n - skip);
  return { n: limit ? Math.min(limit, after) : after };
};

export const distinct: Command = async (call) => {
  const { engine, db, body, deadline } = call;
  refuseOptions(body, ['collation'], 'distinct');
  const name = collectionName(call);
  const key = body.key;
  if (typeof key !== 'string')
    return refuse('TypeMismatch', "BSON field 'distinct.key' is the wrong type, expected type 'string'");
  const collection = engine.catalog.find(db, name);
  if (!collection) return { values: [] };
  const parts = key.split('.');
  const values = new Map<string, unknown>();
  const add = (value: unknown): void => {
    const text = keyBytes(value).toString('latin1');
    if (value !== undefined && !values.has(text)) values.set(text, value);
  };
  await forEachMatch(
    engine.env,
    collection,
    { filter: parseFilter(body.query, call.variables), sort: [], deadline },
    ({ document }) => {
      visitPath(document, parts, (value) => {
        if (Array.isArray(value)) value.forEach(add);
        else add(value);
        return false;
      });
    },
  );
  const sorted = [...values].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { values: sorted.map(([, value]) => value) };
};
