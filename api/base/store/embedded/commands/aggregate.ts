import { Pipeline } from '../aggregate/run-pipeline';
import { parseStages } from '../aggregate/stages';
import { notSupported, refuse } from '../command-error';
import { type Search, forEachMatch } from '../query/find-documents';
import { parseFilter } from '../query/parse-filter';
import { parseSort } from '../query/sort-key';
import { encode } from '../values/raw-document';
import { type Doc, asNumber, isObject } from '../values/types';
import { type Call, type Command, collectionName, countOf, refuseOptions } from './command';
import { cursorReply } from './cursor-reply';

/** The leading `$match`, `$sort` and `$limit` are what an index can serve. */
function leading(call: Call, pipeline: readonly unknown[]): { search: Search; rest: readonly unknown[] } {
  const rest = [...pipeline];
  const take = (name: string): unknown => {
    const [next] = rest;
    return isObject(next) && Object.keys(next).join() === name ? (rest.shift() as Doc)[name] : undefined;
  };
  const filter = parseFilter(take('$match'));
  const sort = parseSort(take('$sort'));
  const limit = isObject(rest[0]) ? asNumber(rest[0].$limit) : undefined;
  return { search: { filter, sort, hint: call.body.hint, deadline: call.deadline, limit }, rest };
}

export const aggregate: Command = async (call) => {
  const { body, engine, db, cursors } = call;
  refuseOptions(body, ['collation', 'let', 'explain'], 'aggregate');
  if (typeof body.aggregate !== 'string') return notSupported('aggregate on a whole database');
  const name = collectionName(call);
  if (!Array.isArray(body.pipeline))
    return refuse('TypeMismatch', "'pipeline' option must be specified as an array");
  // All stages are read before any document is: what is refused is refused even on an empty collection.
  parseStages(body.pipeline);
  const { search, rest } = leading(call, body.pipeline);
  const pipeline = new Pipeline(parseStages(rest));
  const collection = engine.catalog.find(db, name);
  if (collection)
    await forEachMatch(engine.env, collection, search, ({ document }) => pipeline.add(document));
  const results = pipeline.end().map(encode);
  const source = {
    next: (most: number) => Promise.resolve({ batch: results.splice(0, most), ended: results.length === 0 }),
  };
  const cursor = isObject(body.cursor) ? body.cursor : {};
  const { batch, id } = await cursors.begin(`${db}.${name}`, source, countOf(cursor, 'batchSize'), false);
  return cursorReply('firstBatch', batch, id, `${db}.${name}`);
};
