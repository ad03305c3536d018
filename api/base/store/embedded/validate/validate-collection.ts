import { refuse } from '../command-error';
import { nextTurn, turn } from '../query/turn';
import type { CollectionInfo, IndexInfo } from '../storage/catalog';
import type { Engine } from '../storage/engine';
import type { Entry } from '../storage/environment';
import { afterPrefix, keyOf } from '../storage/key-space';
import { checkDocument } from './check-document';
import { checkEntry } from './check-entry';
import { type Fault, ID_INDEX } from './fault';
import { Findings } from './findings';

/** Looks at one entry as the store is now. */
type Look = (collection: CollectionInfo, entry: Entry) => Fault[];

/** A collection by the number it had when the validation began: another of the same name is another collection. */
interface Subject {
  readonly engine: Engine;
  readonly db: string;
  readonly name: string;
  readonly id: number;
  readonly deadline?: number;
}

function current({ engine, db, name, id }: Subject): CollectionInfo {
  const collection = engine.catalog.find(db, name);
  return collection?.id === id
    ? collection
    : refuse('NamespaceNotFound', `Collection '${db}.${name}' was dropped while it was being validated.`);
}

/** Inside a write: what is still wrong with the entries that looked wrong. */
function confirm(subject: Subject, suspects: readonly Buffer[], look: Look): Fault[] {
  const collection = current(subject);
  return suspects.flatMap((key) => {
    const value = subject.engine.env.get(key);
    return value ? look(collection, { key, value }) : [];
  });
}

/**
 * Looks at every entry of a space in turns of a few milliseconds, holding nothing open between two; answers how many
 * there were. Writes go on meanwhile, so what looks wrong is looked at again where nobody else writes.
 */
async function walk(subject: Subject, space: number, look: Look, findings: Findings): Promise<number> {
  const { env } = subject.engine;
  const prefix = keyOf(space);
  const to = afterPrefix(prefix);
  let last: Buffer | undefined;
  let seen = 0;
  for (let ended = false; !ended; await nextTurn()) {
    const collection = current(subject);
    const isOver = turn(subject.deadline);
    const suspects: Buffer[] = [];
    ended = true;
    // The key itself with one more byte is the first after it.
    const from = last ? Buffer.concat([last, Buffer.alloc(1)]) : prefix;
    for (const entry of env.entries({ from, to })) {
      seen += 1;
      if (look(collection, entry).length > 0) suspects.push(entry.key);
      last = entry.key;
      ended = !isOver();
      if (!ended) break;
    }
    if (suspects.length === 0) continue;
    const faults = await env.write(() => confirm(subject, suspects, look));
    for (const fault of faults) findings.add(fault);
  }
  return seen;
}

/** Nothing to look at once the index has been dropped. */
const lookIn =
  (subject: Subject, id: number): Look =>
  (collection, entry) => {
    const index = collection.indexes.find((one) => one.id === id);
    return index ? checkEntry(subject.engine.env, collection, index, entry) : [];
  };

/** Reads every document and compares each index with them, both ways; on a collection that exists. */
export async function validateCollection(
  engine: Engine,
  { db, name, id }: CollectionInfo,
  deadline: number | undefined,
): Promise<Findings> {
  const findings = new Findings();
  const subject: Subject = { engine, db, name, id, deadline };
  const look: Look = (collection, entry) => checkDocument(engine.env, collection, entry);
  findings.records = await walk(subject, id, look, findings);
  findings.entries.set(ID_INDEX, findings.records);
  const ready: IndexInfo[] = current(subject).indexes.filter((index) => index.ready);
  for (const index of ready)
    findings.entries.set(index.name, await walk(subject, index.id, lookIn(subject, index.id), findings));
  return findings;
}
