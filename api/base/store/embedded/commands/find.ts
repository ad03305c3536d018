import { Long, Timestamp } from 'bson';
import { refuse } from '../command-error';
import { Finder, type Search } from '../query/find-documents';
import { parseFilter } from '../query/parse-filter';
import { parseProjection } from '../query/projection/parse-projection';
import { parseSort } from '../query/sort-key';
import { collectionIn } from '../storage/catalog';
import type { Snapshot } from '../storage/snapshots';
import { encode } from '../values/raw-document';
import { type Doc, isObject } from '../values/types';
import { type Call, type Command, collectionName, countOf, refuseOptions } from './command';
import { cursorReply } from './cursor-reply';
import type { Source } from './cursors';
import { sessionOf } from './sessions';

const UNSUPPORTED = ['collation', 'max', 'min', 'returnKey', 'showRecordId', 'tailable', 'awaitData'];

/** A negative limit means: so many, in one batch. */
function limitOf(body: Doc): { limit: number; single: boolean } {
  const limit = Number(body.limit ?? 0);
  return { limit: Math.abs(limit), single: body.singleBatch === true || limit < 0 };
}

/** The instant to read from when the client asks for one: that of its session, or, the first time, this one. */
function snapshotOf({ body, engine, client }: Call): Snapshot | undefined {
  const concern = body.readConcern;
  if (!isObject(concern) || concern.level !== 'snapshot') return undefined;
  const { atClusterTime } = concern;
  if (atClusterTime === undefined) return engine.snapshots.begin({ session: sessionOf(body.lsid), client });
  if (!(atClusterTime instanceof Timestamp))
    return refuse('TypeMismatch', 'readConcern.atClusterTime has to be a timestamp');
  return engine.snapshots.at(atClusterTime);
}

/** Documents of a search, after the first `skip`, as bytes. */
function sourceOf(
  { engine, db }: Call,
  name: string,
  search: Search,
  { skip, project, snapshot }: { skip: number; project?: (document: Doc) => Doc; snapshot?: Snapshot },
): Source {
  const collection = snapshot ? collectionIn(snapshot, db, name) : engine.catalog.find(db, name);
  if (!collection) return { next: () => Promise.resolve({ batch: [], ended: true }) };
  const limit = search.limit ? search.limit + skip : 0;
  const finder = new Finder(snapshot ?? engine.env, collection, { ...search, limit });
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
  const { variables } = call;
  const filter = parseFilter(body.filter, variables);
  const search: Search = { filter, sort: parseSort(body.sort), hint: body.hint, limit, deadline };
  const project =
    body.projection === undefined ? undefined : parseProjection(body.projection, { filter, variables });
  const skip = countOf(body, 'skip') ?? 0;
  const snapshot = snapshotOf(call);
  const source = sourceOf(call, name, search, { skip, project, snapshot });
  const { batch, id } = await cursors.begin(`${db}.${name}`, source, countOf(body, 'batchSize'), single);
  return cursorReply('firstBatch', batch, id, `${db}.${name}`, snapshot?.time);
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
