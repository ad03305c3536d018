import type { MongoClient } from 'mongodb';
import { difference, type Known } from './difference';
import { driverLimit } from './driver-limits';
import { type Ended, type Ending, judge } from './ending';
import { Entities } from './entities';
import { answerDifference, eventsDifference } from './expectations';
import { perform } from './operations';
import { outOfScope, type Server } from './requirements';
import type { Contents, SpecFile, SpecTest } from './spec-file';

/** Where the tests run: what answers, its address, and a connection of the runner's own. */
export interface Ground {
  readonly server: Server;
  readonly uri: string;
  readonly client: MongoClient;
}

async function fill({ client }: Ground, contents: readonly Contents[]): Promise<void> {
  for (const { databaseName, collectionName, documents } of contents) {
    const db = client.db(databaseName);
    await db.collection(collectionName).drop();
    if (documents.length > 0) await db.collection(collectionName).insertMany(documents);
    else await db.createCollection(collectionName);
  }
}

async function outcomeDifference(
  { client }: Ground,
  expected: readonly Contents[],
  known: Known,
): Promise<string | undefined> {
  for (const { databaseName, collectionName, documents } of expected) {
    const collection = client.db(databaseName).collection(collectionName);
    const found = await collection.find({}, { sort: { _id: 1 } }).toArray();
    const wrong = difference(documents, found, known, { at: collectionName, whole: true });
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Plays the operations in order up to the first that does not answer as expected. */
async function operationsDifference(test: SpecTest, entities: Entities): Promise<string | undefined> {
  for (const operation of test.operations) {
    const answer = await perform(operation, (id) => entities.entity(id));
    const wrong = answerDifference(operation, answer, entities);
    if (wrong !== undefined) return wrong;
    if (operation.saveResultAsEntity !== undefined && 'value' in answer)
      entities.save(operation.saveResultAsEntity, answer.value);
  }
  return undefined;
}

/** What was asked comes last: that is the driver's doing, and by then all that is the store's was looked at. */
async function play(ground: Ground, test: SpecTest, entities: Entities): Promise<string | undefined> {
  const wrong =
    (await operationsDifference(test, entities)) ??
    (await outcomeDifference(ground, test.outcome ?? [], entities));
  if (wrong !== undefined) return wrong;
  const events = (test.expectEvents ?? []).map((expected) =>
    eventsDifference(expected, entities.seen(expected.client), entities),
  );
  return events.find((event) => event !== undefined);
}

async function runTest(ground: Ground, file: SpecFile, test: SpecTest): Promise<Ending> {
  const outside = outOfScope(file, test, ground.server);
  if (outside) return outside;
  await fill(ground, file.initialData ?? []);
  const entities = new Entities(ground.uri, file.createEntities);
  try {
    const wrong = await play(ground, test, entities);
    return judge(wrong, entities.refusals, driverLimit(test, wrong));
  } catch (cause) {
    // What the runner itself does not know is a failure, not something to leave out.
    return { kind: 'fails', reason: String(cause) };
  } finally {
    await entities.close();
  }
}

/** Runs the tests of one file in order, each on its initial data. */
export async function runFile(ground: Ground, name: string, file: SpecFile): Promise<Ended[]> {
  const ended: Ended[] = [];
  for (const test of file.tests) {
    ended.push({ file: name, test: test.description, ending: await runTest(ground, file, test) });
  }
  return ended;
}
