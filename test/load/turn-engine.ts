import { join } from 'node:path';
import { systemClock } from '../../api/base/kernel/clock';
import { newId } from '../../api/base/kernel/ids';
import { silentLogger } from '../../api/base/kernel/logger';
import { ok, valueOf } from '../../api/base/kernel/result';
import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSealing } from '../../api/base/sealing/sealing';
import { connect, type Connection } from '../../api/base/store/connect';
import { openStore } from '../../api/base/store/open-store';
import { dialogs, first } from '../../bot/dialogs';
import { createBotkitPlayer } from '../../bot/engine/botkit-player';
import { contentCards } from '../../bot/engine/cards';
import { createEngine, type Engine } from '../../bot/engine/create-engine';
import { openMongoConversaciones } from '../../bot/engine/mongo-conversaciones';
import { createScript } from '../../bot/engine/script';
import type { TurnDeps } from '../../bot/engine/turn-deps';
import { createWake } from '../../bot/engine/wake';
import { openMongoInbox } from '../../bot/inbox/mongo-inbox';
import { createUnderstand } from '../../bot/nlu/create-understand';
import { loadContent } from '../../content/load-content';
import { fakeVentanilla } from '../fakes/fake-ventanilla';
import { memoryConversaciones } from '../fakes/memory-conversaciones';
import { memoryInbox } from '../fakes/memory-inbox';

const newSealing = () => createSealing(parseKeys(newKeyFile('AUTOGENERADA')));

/** The product's dialogs played by Botkit; the Ventanilla is in memory. */
function engineWith(stores: Pick<TurnDeps, 'inbox' | 'conversaciones' | 'sealing'>): Engine {
  const content = valueOf(loadContent(join(__dirname, '../content')));
  return createEngine({
    ...stores,
    clock: systemClock,
    logger: silentLogger,
    ventanilla: fakeVentanilla(),
    script: createScript(dialogs, first, contentCards),
    player: createBotkitPlayer(),
    content: () => content,
    publicUrl: 'http://localhost:3000',
    understand: createUnderstand(content),
    prueba: () => true,
    storeLongText: async (texto, nombre) =>
      ok({ sha256: '0'.repeat(64), nombre, tipo: 'text/plain', bytes: texto.length }),
    wake: createWake(),
    newKey: newId,
    wait: async () => {},
    esperaMs: 0,
  });
}

/** Nothing is durable: what the turn itself costs. */
export function memoryEngine(): Engine {
  const sealing = newSealing();
  return engineWith({
    sealing,
    inbox: memoryInbox(sealing, systemClock),
    conversaciones: memoryConversaciones(sealing),
  });
}

/** The stores of the product over `connection`. */
export async function storedEngine(connection: Connection) {
  const sealing = newSealing();
  const common = { connection, entidad: 'banco', sealing, clock: systemClock, logger: silentLogger };
  const inbox = await openMongoInbox(common);
  const conversaciones = await openMongoConversaciones(common);
  return { inbox, engine: engineWith({ sealing, inbox, conversaciones }) };
}

/** The embedded store in `dir`, in a thread of its own as in production. */
export async function withStore<Value>(
  dir: string,
  use: (connection: Connection) => Promise<Value>,
): Promise<Value> {
  const workerFile = join(__dirname, 'store-worker.cjs');
  const options = {
    dataDir: dir,
    mode: 'serve',
    thread: 'worker',
    logger: silentLogger,
    workerFile,
  } as const;
  const store = valueOf(await openStore(options));
  const connection = await connect(store, { logger: silentLogger });
  try {
    return await use(connection);
  } finally {
    await connection.close();
    await store.close();
  }
}
