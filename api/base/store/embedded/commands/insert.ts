import { CommandError } from '../command-error';
import { withIdFirst } from '../values/raw-document';
import { type Command, collectionName, rawList } from './command';
import { type Ended, failed, writeErrors } from './write-errors';

const MOST_DOCUMENTS = 100_000;

function prepared(raw: Uint8Array): Buffer | CommandError {
  try {
    return withIdFirst(raw);
  } catch (cause) {
    if (cause instanceof CommandError) return cause;
    throw cause;
  }
}

/** All documents of one command are one commit; ordered stops at the first refusal. */
export const insert: Command = async (call) => {
  const name = collectionName(call);
  const ordered = call.body.ordered !== false;
  const raws = rawList(call, 'documents');
  if (raws.length === 0 || raws.length > MOST_DOCUMENTS) {
    throw new CommandError(
      'InvalidLength',
      `Write batch sizes must be between 1 and 100000. Got ${raws.length} operations.`,
    );
  }
  const documents = raws.map(prepared);
  const { engine, db } = call;
  const ended = await engine.env.write(() => {
    const collection = engine.collection(db, name);
    const results: Ended<true>[] = [];
    for (const [index, document] of documents.entries()) {
      if (ordered && failed(results)) break;
      results.push(one(index, document));
    }
    return results;

    function one(index: number, document: Buffer | CommandError): Ended<true> {
      try {
        if (document instanceof CommandError) throw document;
        engine.documents.insert(collection, document);
        return { index, value: true };
      } catch (cause) {
        if (cause instanceof CommandError) return { index, error: cause };
        throw cause;
      }
    }
  });
  return { n: ended.filter((result) => 'value' in result).length, ...writeErrors(ended) };
};
