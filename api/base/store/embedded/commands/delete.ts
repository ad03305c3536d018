import { refuse } from '../command-error';
import type { Search } from '../query/find-documents';
import { parseFilter } from '../query/parse-filter';
import type { CollectionInfo } from '../storage/catalog';
import type { Stored } from '../storage/read-stored';
import { type Doc, asNumber } from '../values/types';
import { type Call, type Command, collectionName, docList, refuseOptions, refuseUnknown } from './command';
import { multiLater, multiNow, singleLater, singleNow } from './modify';
import { type Statement, inTurn, runStatements, writeErrors } from './write-errors';

const KNOWN = new Set(['q', 'limit', 'collation', 'hint']);

/** What is wrong with the form of a statement is refused before any is carried out. */
function onlyOne(statement: Doc): boolean {
  refuseUnknown(statement, KNOWN, 'delete.deletes');
  const limit = asNumber(statement.limit);
  if (limit !== 0 && limit !== 1)
    refuse('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  return limit === 1;
}

function searchOf(call: Call, statement: Doc): Search {
  refuseOptions(statement, ['collation'], 'a delete');
  const { q, hint } = statement;
  return { filter: parseFilter(q, call.variables), sort: [], hint, deadline: call.deadline };
}

function single(call: Call, name: string, search: Search): Statement<number> {
  const act = (collection: CollectionInfo | undefined, found: Stored | undefined): number => {
    if (!collection || !found) return 0;
    call.engine.documents.remove(collection, found);
    return 1;
  };
  return {
    now: () => singleNow(call, name, { search, act }),
    later: () => singleLater(call, name, { search, act }),
  };
}

function multiple(call: Call, name: string, search: Search): Statement<number> {
  let count = 0;
  const act = (collection: CollectionInfo, found: Stored): void => {
    call.engine.documents.remove(collection, found);
    count += 1;
  };
  return {
    now() {
      count = 0;
      return multiNow(call, name, { search, act }) && count;
    },
    async later() {
      count = 0;
      await multiLater(call, name, { search, act });
      return count;
    },
  };
}

export const deleteDocuments: Command = async (call) => {
  const name = collectionName(call);
  const statements = docList(call, 'deletes').map((document) => {
    const statement = onlyOne(document) ? single : multiple;
    return inTurn(() => statement(call, name, searchOf(call, document)));
  });
  const ended = await runStatements(call.engine.env, statements, call.body.ordered !== false);
  return { n: ended.reduce((sum, one) => sum + ('value' in one ? one.value : 0), 0), ...writeErrors(ended) };
};
