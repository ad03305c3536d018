import { Pipeline } from '../aggregate/run-pipeline';
import type { StageContext } from '../aggregate/stage';
import { parseStages } from '../aggregate/stages';
import { notSupported, refuse } from '../command-error';
import type { FilterNode } from '../query/filter-node';
import { Finder, type Search, forEachMatch } from '../query/find-documents';
import { parseFilter } from '../query/parse-filter';
import { parseSort } from '../query/sort-key';
import { encode } from '../values/raw-document';
import { type Doc, asNumber, isObject } from '../values/types';
import { type Call, type Command, collectionName, countOf, refuseOptions } from './command';
import { cursorReply } from './cursor-reply';

/** Documents that go through the pipeline together. */
const PIECE = 1000;

/** The leading `$match`, `$sort` and `$limit` are what an index can serve. */
function leading(
  call: Call,
  pipeline: readonly unknown[],
  { variables }: StageContext,
): { search: Search; taken: number } {
  const rest = [...pipeline];
  const take = (name: string): unknown => {
    const [next] = rest;
    return isObject(next) && Object.keys(next).join() === name ? (rest.shift() as Doc)[name] : undefined;
  };
  const filter = parseFilter(take('$match'), variables);
  const sort = parseSort(take('$sort'));
  const limit = isObject(rest[0]) ? asNumber(rest[0].$limit) : undefined;
  return {
    search: { filter, sort, hint: call.body.hint, deadline: call.deadline, limit },
    taken: pipeline.length - rest.length,
  };
}

function contextOf(call: Call): StageContext {
  const { engine, db, deadline } = call;
  return {
    variables: call.variables,
    async search(name: string, filter: FilterNode) {
      const collection = engine.catalog.find(db, name);
      const found: Doc[] = [];
      if (collection)
        await forEachMatch(engine.env, collection, { filter, sort: [], deadline }, ({ document }) =>
          found.push(document),
        );
      return found;
    },
  };
}

async function run(call: Call, name: string, given: readonly unknown[]): Promise<Doc[]> {
  const context = contextOf(call);
  // All stages are read before any document is: what is refused is refused even on an empty collection.
  const stages = parseStages(given, context);
  const { search, taken } = leading(call, given, context);
  const pipeline = new Pipeline(stages.slice(taken));
  const collection = call.engine.catalog.find(call.db, name);
  const finder = collection && new Finder(call.engine.env, collection, search);
  for (let ended = !finder; !ended && finder;) {
    const piece = await finder.next(PIECE);
    await pipeline.take(piece.found.map(({ document }) => document));
    ended = piece.ended || pipeline.full();
  }
  return pipeline.end();
}

export const aggregate: Command = async (call) => {
  const { body, db, cursors } = call;
  refuseOptions(body, ['collation', 'explain'], 'aggregate');
  if (typeof body.aggregate !== 'string') return notSupported('aggregate on a whole database');
  const name = collectionName(call);
  if (!Array.isArray(body.pipeline))
    return refuse('TypeMismatch', "'pipeline' option must be specified as an array");
  const results = (await run(call, name, body.pipeline)).map(encode);
  let taken = 0;
  const source = {
    next(most: number) {
      const batch = results.slice(taken, taken + most);
      taken += batch.length;
      return Promise.resolve({ batch, ended: taken >= results.length });
    },
  };
  const cursor = isObject(body.cursor) ? body.cursor : {};
  const { batch, id } = await cursors.begin(`${db}.${name}`, source, countOf(cursor, 'batchSize'), false);
  return cursorReply('firstBatch', batch, id, `${db}.${name}`);
};
