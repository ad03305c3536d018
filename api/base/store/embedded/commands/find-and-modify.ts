import type { Document } from 'bson';
import { refuse } from '../command-error';
import { parseProjection } from '../query/projection/parse-projection';
import { parseFilter } from '../query/parse-filter';
import { parseSort } from '../query/sort-key';
import type { CollectionInfo } from '../storage/catalog';
import type { Stored } from '../storage/read-stored';
import { parseUpdate } from '../update/parse-update';
import { decode } from '../values/raw-document';
import type { Doc } from '../values/types';
import { isTruthy } from '../query/shape-tests';
import { type Call, type Command, collectionName, refuseOptions } from './command';
import { type Modified, type Single, insertUpserted, singleLater, singleNow, updateFound } from './modify';

function checkOptions({ body }: Call): void {
  refuseOptions(body, ['collation'], 'findAndModify');
  const remove = isTruthy(body.remove);
  if (remove && body.update !== undefined)
    refuse('FailedToParse', 'Cannot specify both an update and remove=true');
  if (remove && isTruthy(body.upsert))
    refuse('FailedToParse', 'Cannot specify both upsert=true and remove=true');
  if (remove && isTruthy(body.new))
    refuse(
      'FailedToParse',
      "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document",
    );
  if (!remove && body.update === undefined)
    refuse('FailedToParse', 'Either an update or remove=true must be specified');
}

function removing(call: Call, search: Single<Document>['search']): Single<Modified> {
  const act = (collection: CollectionInfo | undefined, found: Stored | undefined): Modified => {
    if (collection && found) call.engine.documents.remove(collection, found);
    return { before: found, changed: found !== undefined };
  };
  return { search, act };
}

function updating(call: Call, name: string, search: Single<Document>['search']): Single<Modified> {
  const update = parseUpdate(call.body.update, call.variables, call.body.arrayFilters);
  const act = (collection: CollectionInfo | undefined, found: Stored | undefined): Modified => {
    if (collection && found) return updateFound(call, collection, found, search, update);
    return isTruthy(call.body.upsert) ? insertUpserted(call, name, search, update) : { changed: false };
  };
  return { search, act };
}

function reply(
  { body }: Call,
  project: (document: Doc) => Doc,
  { before, after, upsertedId }: Modified,
): Document {
  const raw = isTruthy(body.new) ? after : before?.raw;
  const value = raw ? project(decode(raw)) : null;
  if (isTruthy(body.remove)) return { lastErrorObject: { n: before ? 1 : 0 }, value };
  const n = before || upsertedId ? 1 : 0;
  const inserted = upsertedId ? { upserted: upsertedId.id } : {};
  return { lastErrorObject: { n, updatedExisting: before !== undefined, ...inserted }, value };
}

/** Finds one document and changes or removes it in one step; answers with it as it was or as it became. */
export const findAndModify: Command = async (call) => {
  checkOptions(call);
  const name = collectionName(call);
  const { body, engine, deadline, variables } = call;
  const search = {
    filter: parseFilter(body.query, variables),
    sort: parseSort(body.sort),
    hint: body.hint,
    deadline,
  };
  const single = isTruthy(body.remove) ? removing(call, search) : updating(call, name, search);
  const project = parseProjection(body.fields, { filter: search.filter, variables });
  const quick = await engine.env.write(() => singleNow(call, name, single));
  return reply(call, project, quick ?? (await singleLater(call, name, single)));
};
