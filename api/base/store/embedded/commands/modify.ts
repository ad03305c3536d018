import { refuse } from '../command-error';
import { Finder, type Search, findNow, forEachMatch } from '../query/find-documents';
import type { Place } from '../query/filter-node';
import { matches } from '../query/matcher';
import type { CollectionInfo } from '../storage/catalog';
import type { Stored } from '../storage/read-stored';
import { applyUpdate } from '../update/apply-update';
import type { Update } from '../update/change';
import { upserted } from '../update/upsert';
import { decode, encode, withIdFirst } from '../values/raw-document';
import type { Doc } from '../values/types';
import type { Call } from './command';

/** What one document went through. */
export interface Modified {
  readonly before?: Stored;
  readonly after?: Buffer;
  readonly changed: boolean;
  readonly upsertedId?: { readonly id: unknown };
}

const usesPlaces = (update: Update): boolean =>
  update.kind === 'changes' && update.changes.some(({ parts }) => parts.includes('$'));

/** Inside a write: the update on one document that was found. */
export function updateFound(
  { engine, clock }: Call,
  collection: CollectionInfo,
  found: Stored,
  { filter }: Search,
  update: Update,
): Modified {
  const places: Place[] = [];
  if (usesPlaces(update)) matches(filter, found.document, places);
  const after = encode(applyUpdate(decode(found.raw), update, { places, isInsert: false, now: clock.now() }));
  if (after.equals(found.raw)) return { before: found, after, changed: false };
  engine.documents.replace(collection, found, after);
  return { before: found, after, changed: true };
}

/** Inside a write: what an upsert inserts when nothing was found. */
export function insertUpserted(
  { engine, db, clock }: Call,
  name: string,
  { filter }: Search,
  update: Update,
): Modified {
  const document: Doc = upserted(filter, update, clock.now());
  const after = withIdFirst(encode(document));
  engine.documents.insert(engine.collection(db, name), after);
  return { after, changed: true, upsertedId: { id: document._id } };
}

/** Does something with the first document of a search, or with none. */
export interface Single<T> {
  readonly search: Search;
  readonly act: (collection: CollectionInfo | undefined, found: Stored | undefined) => T;
}

/** Inside a write; undefined when the search would take too long there. */
export function singleNow<T>({ engine, db }: Call, name: string, { search, act }: Single<T>): T | undefined {
  const collection = engine.catalog.find(db, name);
  const found = collection ? findNow(engine.env, collection, { ...search, limit: 1 }) : [];
  return found && act(collection, found[0]);
}

/** Searches in turns first, then acts if the document still is what was searched for; else searches again. */
export async function singleLater<T>(call: Call, name: string, { search, act }: Single<T>): Promise<T> {
  const { engine, db } = call;
  for (;;) {
    const collection = engine.catalog.find(db, name);
    const first =
      collection && (await new Finder(engine.env, collection, { ...search, limit: 1 }).next(1)).found[0];
    const done = await engine.env.write(() => {
      const current = engine.catalog.find(db, name);
      const found = first && current && engine.documents.find(current, first.id);
      if (first && !(found && matches(search.filter, found.document))) return undefined;
      return { value: act(current, found) };
    });
    if (done) return done.value;
    if (call.deadline !== undefined && performance.now() > call.deadline)
      refuse('MaxTimeMSExpired', 'operation exceeded time limit');
  }
}

/** Does something with every document of a search. */
export interface Multi {
  readonly search: Search;
  readonly act: (collection: CollectionInfo, found: Stored) => void;
}

/** Inside a write; undefined when the search would take too long there, and nothing was done. */
export function multiNow({ engine, db }: Call, name: string, { search, act }: Multi): true | undefined {
  const collection = engine.catalog.find(db, name);
  if (!collection) return true;
  const found = findNow(engine.env, collection, search);
  for (const one of found ?? []) act(collection, one);
  return found && true;
}

const PIECE = 200;

/** Searches in turns, then acts in commits of a few hundred documents on those that still match. */
export async function multiLater({ engine, db }: Call, name: string, { search, act }: Multi): Promise<void> {
  const start = engine.catalog.find(db, name);
  const ids: Buffer[] = [];
  if (start) await forEachMatch(engine.env, start, search, ({ id }) => ids.push(id));
  for (let at = 0; at < ids.length; at += PIECE) {
    await engine.env.write(() => {
      const collection = engine.catalog.find(db, name);
      for (const id of collection ? ids.slice(at, at + PIECE) : []) {
        const found = collection && engine.documents.find(collection, id);
        if (found && matches(search.filter, found.document)) act(collection, found);
      }
    });
  }
}
