import { refuse } from '../command-error';
import type { Search } from '../query/find-documents';
import { parseFilter } from '../query/parse-filter';
import type { CollectionInfo } from '../storage/catalog';
import type { Stored } from '../storage/documents';
import { type Doc, asNumber } from '../values/types';
import { type Call, type Command, collectionName, docList, refuseOptions, variablesOf } from './command';
import { multiLater, multiNow, singleLater, singleNow } from './modify';
import { type Statement, runStatements, writeErrors } from './write-errors';

function parse(call: Call, statement: Doc): { search: Search; one: boolean } {
  refuseOptions(statement, ['collation'], 'a delete');
  const limit = asNumber(statement.limit);
  if (limit !== 0 && limit !== 1)
    refuse('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  const search: Search = {
    filter: parseFilter(statement.q, variablesOf(call)),
    sort: [],
    hint: statement.hint,
    deadline: call.deadline,
  };
  return { search, one: limit === 1 };
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
    const { search, one } = parse(call, document);
    return one ? single(call, name, search) : multiple(call, name, search);
  });
  const ended = await runStatements(call.engine.env, statements, call.body.ordered !== false);
  return { n: ended.reduce((sum, one) => sum + ('value' in one ? one.value : 0), 0), ...writeErrors(ended) };
};
