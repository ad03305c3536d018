import type { Connection } from '../../api/base/store/connect';
import type { Engine } from '../../bot/engine/create-engine';
import { FIVE_TURNS, playConversations } from './five-turns';
import { latencies, row, type Row } from './row';
import { storeOperations } from './store-operations';
import { mainThreadOf } from './thread-cpu';
import { memoryEngine, storedEngine, withStore } from './turn-engine';

const WRITES = new Set(['insertOne', 'insertMany', 'updateOne', 'updateMany', 'bulkWrite']);

/** Citizens at once, and how many conversations they have between them. */
const LOADS = [
  [1, 80],
  [16, 400],
  [64, 1_000],
  [256, 1_500],
] as const;

/** Counts the commands that write: one command carries the writes of many turns. */
function countingWrites(connection: Connection): { count: number } {
  const writes = { count: 0 };
  connection.set('debug', (_collection: string, method: string) => {
    if (WRITES.has(method)) writes.count += 1;
  });
  return writes;
}

async function atWidth(
  engine: Engine,
  writes: { count: number },
  [citizens, conversations]: (typeof LOADS)[number],
): Promise<{ rows: Row[]; perMessage: number }> {
  const name = `turnos, ${citizens} a la vez`;
  const turns = conversations * FIVE_TURNS.length;
  writes.count = 0;
  const [played, cpu] = await mainThreadOf(() => playConversations(engine, citizens, conversations));
  const perMessage = writes.count / turns;
  const rows = [
    row(name, played.perSecond, '/s'),
    ...latencies(name, played.samples),
    row(`${name}, órdenes de escritura por mensaje`, perMessage, ''),
    ...(cpu === undefined ? [] : [row(`${name}, procesador del hilo principal`, cpu / turns, 'ms/turno')]),
  ];
  return { rows, perMessage };
}

/** What one turn costs without any store: the most that this processor could play. */
async function inMemory(): Promise<Row[]> {
  const engine = memoryEngine();
  await playConversations(engine, 16, 100);
  const [played, cpu] = await mainThreadOf(() => playConversations(engine, 64, 400));
  return [
    row('turnos, 64 a la vez, sin almacén', played.perSecond, '/s'),
    ...(cpu === undefined
      ? []
      : [row('turnos, sin almacén, procesador del hilo principal', cpu / played.samples.length, 'ms/turno')]),
  ];
}

/**
 * Turns a second with durable state, of 1, 16, 64 and 256 citizens at once, over an embedded store in `dir`: message
 * stored, turn played by Botkit with the product's dialogs, conversation stored, message settled. Beside each, in the
 * same run, the store's own durable writes a second ÷ the writing commands of a message.
 */
export async function runTurnBench(dir: string): Promise<Row[]> {
  const rows = await withStore(dir, async (connection) => {
    const { engine } = await storedEngine(connection);
    const writes = countingWrites(connection);
    await playConversations(engine, 16, 150);
    const measured: Row[] = [];
    for (const load of LOADS) {
      const [citizens] = load;
      const { rows: played, perMessage } = await atWidth(engine, writes, load);
      const operations = await storeOperations(connection, citizens, 400 + citizens * 10);
      measured.push(
        ...played,
        row(`almacén, ${citizens} a la vez: escrituras`, operations, '/s'),
        row(`almacén, ${citizens} a la vez: ÷ escrituras por mensaje`, operations / perMessage, 'turnos/s'),
      );
    }
    return measured;
  });
  return [...rows, ...(await inMemory())];
}
