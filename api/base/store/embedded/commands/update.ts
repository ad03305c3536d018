import { refuse } from '../command-error';
import type { Search } from '../query/find-documents';
import { parseFilter } from '../query/parse-filter';
import type { CollectionInfo } from '../storage/catalog';
import type { Stored } from '../storage/read-stored';
import type { Update } from '../update/change';
import { parseUpdate } from '../update/parse-update';
import type { Doc } from '../values/types';
import { type Call, type Command, collectionName, docList, refuseOptions, refuseUnknown } from './command';
import { insertUpserted, multiLater, multiNow, singleLater, singleNow, updateFound } from './modify';
import { type Statement, inTurn, runStatements, writeErrors } from './write-errors';

interface Counted {
  readonly matched: number;
  readonly modified: number;
  readonly upsertedId?: { readonly id: unknown };
}

interface Parsed {
  readonly search: Search;
  readonly update: Update;
  readonly multi: boolean;
  readonly upsert: boolean;
}

/** `sort` is of MongoDB 8. */
const KNOWN = new Set(['q', 'u', 'c', 'arrayFilters', 'multi', 'upsert', 'collation', 'hint']);

function parse(call: Call, statement: Doc): Parsed {
  refuseOptions(statement, ['collation', 'c'], 'an update');
  const { variables } = call;
  const update = parseUpdate(statement.u, variables, statement.arrayFilters);
  const multi = statement.multi === true;
  if (multi && update.kind === 'replacement') {
    refuse('FailedToParse', 'multi update is not supported for replacement-style update');
  }
  const search: Search = {
    filter: parseFilter(statement.q, variables),
    sort: [],
    hint: statement.hint,
    deadline: call.deadline,
  };
  return { search, update, multi, upsert: statement.upsert === true };
}

function single(call: Call, name: string, { search, update, upsert }: Parsed): Statement<Counted> {
  const act = (collection: CollectionInfo | undefined, found: Stored | undefined): Counted => {
    if (collection && found) {
      const { changed } = updateFound(call, collection, found, search, update);
      return { matched: 1, modified: Number(changed) };
    }
    if (!upsert) return { matched: 0, modified: 0 };
    const { upsertedId } = insertUpserted(call, name, search, update);
    return { matched: 1, modified: 0, upsertedId };
  };
  return {
    now: () => singleNow(call, name, { search, act }),
    later: () => singleLater(call, name, { search, act }),
  };
}

/** Counts from zero at every try: a batch that was given up is repeated. */
function multiple(call: Call, name: string, { search, update, upsert }: Parsed): Statement<Counted> {
  let counted = { matched: 0, modified: 0 };
  const act = (collection: CollectionInfo, found: Stored): void => {
    counted.matched += 1;
    if (updateFound(call, collection, found, search, update).changed) counted.modified += 1;
  };
  const orInsert = (): Counted => {
    if (counted.matched > 0 || !upsert) return counted;
    const { upsertedId } = insertUpserted(call, name, search, update);
    return { matched: 1, modified: 0, upsertedId };
  };
  return {
    now() {
      counted = { matched: 0, modified: 0 };
      return multiNow(call, name, { search, act }) && orInsert();
    },
    async later() {
      counted = { matched: 0, modified: 0 };
      await multiLater(call, name, { search, act });
      return call.engine.env.write(orInsert);
    },
  };
}

function statementOf(call: Call, name: string, document: Doc): Statement<Counted> {
  const parsed = parse(call, document);
  return parsed.multi ? multiple(call, name, parsed) : single(call, name, parsed);
}

export const update: Command = async (call) => {
  const name = collectionName(call);
  const documents = docList(call, 'updates');
  for (const document of documents) refuseUnknown(document, KNOWN, 'update.updates');
  const statements = documents.map((document) => inTurn(() => statementOf(call, name, document)));
  const ended = await runStatements(call.engine.env, statements, call.body.ordered !== false);
  const done = ended.flatMap((one) => ('value' in one ? [one] : []));
  const inserted = done.flatMap(({ index, value }) =>
    value.upsertedId ? [{ index, _id: value.upsertedId.id }] : [],
  );
  return {
    n: done.reduce((sum, { value }) => sum + value.matched, 0),
    nModified: done.reduce((sum, { value }) => sum + value.modified, 0),
    ...(inserted.length > 0 ? { upserted: inserted } : {}),
    ...writeErrors(ended),
  };
};
