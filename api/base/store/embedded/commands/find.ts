import { Long } from 'bson';
import { refuse } from '../command-error';
import { Finder, type Search } from '../query/find-documents';
import { parseFilter } from '../query/parse-filter';
import { parseProjection } from '../query/projection/parse-projection';
import { parseSort } from '../query/sort-key';
import { encode } from '../values/raw-document';
import type { Doc } from '../values/types';
import { type Call, type Command, collectionName, countOf, refuseOptions, variablesOf } from './command';
import { cursorReply } from './cursor-reply';
import type { Source } from './cursors';

const UNSUPPORTED = ['collation', 'max', 'min', 'returnKey', 'showRecordId', 'tailable', 'awaitData'];

/** A negative limit means: so many, in one batch. */
function limitOf(body: Doc): { limit: number; single: boolean } {
  const limit = Number(body.limit ?? 0);
  return { limit: Math.abs(limit), single: body.singleBatch === true || limit < 0 };
}

/** Documents of a search, after the first `skip`, as bytes. */
export function sourceOf(
  call: Call,
  name: string,
  search: Search,
  skip: number,
  project?: (document: Doc) => Doc,
): Source {
  const { engine, db } = call;
  const collection = engine.catalog.find(db, name);
  if (!collection) return { next: () => Promise.resolve({ batch: [], ended: true }) };
  const limit = search.limit ? search.limit + skip : 0;
  const finder = new Finder(engine.env, collection, { ...search, limit });
  let left = skip;
  return {
    async next(most) {
      const { found, ended } = await finder.next(most + left);
      const kept = found.slice(left);
      left = Math.max(0, left - found.length);
      return { batch: kept.map(({ raw, document }) => (project ? encode(project(document)) : raw)), ended };
    },
  };
}

export const find: Command = async (call) => {
  const { body, db, cursors, deadline } = call;
  refuseOptions(body, UNSUPPORTED, 'find');
  const name = collectionName(call);
  const { limit, single } = limitOf(body);
  const variables = variablesOf(call);
  const filter = parseFilter(body.filter, variables);
  const search: Search = { filter, sort: parseSort(body.sort), hint: body.hint, limit, deadline };
  const project =
    body.projection === undefined ? undefined : parseProjection(body.projection, { filter, variables });
  const source = sourceOf(call, name, search, countOf(body, 'skip') ?? 0, project);
  const { batch, id } = await cursors.begin(`${db}.${name}`, source, countOf(body, 'batchSize'), single);
  return cursorReply('firstBatch', batch, id, `${db}.${name}`);
};

const asId = (value: unknown): Long =>
  Long.isLong(value) ? value : refuse('TypeMismatch', 'a cursor id has to be a long');

export const getMore: Command = async ({ body, db, cursors }) => {
  const namespace = `${db}.${String(body.collection)}`;
  const { batch, id } = await cursors.more(asId(body.getMore), namespace, countOf(body, 'batchSize'));
  return cursorReply('nextBatch', batch, id, namespace);
};

export const killCursors: Command = ({ body, cursors }) => {
  const ids = Array.isArray(body.cursors) ? body.cursors.map(asId) : [];
  const killed = ids.filter((id) => cursors.kill(id));
  const notFound = ids.filter((id) => !killed.includes(id));
  return { cursorsKilled: killed, cursorsNotFound: notFound, cursorsAlive: [], cursorsUnknown: [] };
};
