// A program that the ownership test starts several times at once: it opens the folder and tells whether it owns it;
// attached, it writes through the owner, and when the owner dies it opens again.
import { MongoClient } from 'mongodb';
import { createLogger } from '../../api/base/kernel/logger';
import { openStore } from '../../api/base/store/open-store';

/** What it tells: how an opening ended. */
export interface Claim {
  readonly name: string;
  readonly round: number;
  readonly owner?: boolean;
  readonly refused?: string;
}

const [dataDir = '', name = '', mode = 'serve'] = process.argv.slice(2);

async function open(round: number): Promise<void> {
  const logger = createLogger();
  const how = mode === 'serve' ? 'serve' : 'attach-or-own';
  const opened = await openStore({ dataDir, mode: how, thread: 'inline', logger });
  if (!opened.ok) {
    const refused = String(opened.failure.detail?.motivo);
    process.stdout.write(`${JSON.stringify({ name, round, refused } satisfies Claim)}\n`, () =>
      process.exit(0),
    );
    return;
  }
  const store = opened.value;
  const { owner, uri } = store;
  try {
    const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 3_000 });
    await client.db().collection('presentes').insertOne({ name, round });
    await client.close();
  } catch (cause) {
    // A process that is being killed still accepts for a moment: whoever attached to it opens again, as the README says.
    if (owner) throw cause;
    await store.close();
    return open(round);
  }
  process.stdout.write(`${JSON.stringify({ name, round, owner } satisfies Claim)}\n`);
  store.onDeath(() => void open(round + 1));
}

void open(1).catch((cause: unknown) => {
  process.stderr.write(`${String(cause)}\n`);
  process.exit(1);
});
// Keeps the process alive until it is killed.
process.stdin.resume();
