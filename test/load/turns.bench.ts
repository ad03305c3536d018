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
import { createWake } from '../../bot/engine/wake';
import { openMongoInbox } from '../../bot/inbox/mongo-inbox';
import { createUnderstand } from '../../bot/nlu/create-understand';
import { loadContent } from '../../content/load-content';
import { fakeVentanilla } from '../fakes/fake-ventanilla';
import { inParallel, latencies, row, type Row } from './row';

/** A whole petition, from the first word to the number. */
const LINES = [
  'buenas el poste de la luz de mi cuadra esta dañado hace dos semanas y esta muy oscuro',
  'si',
  'barrio san jorge, calle 5 con 4',
  '1',
  'me llamo maria lopez',
  'seguir sin documento',
  'maria@correo.com',
  'enviar',
];

const WRITES = new Set(['insertOne', 'insertMany', 'updateOne', 'updateMany']);

async function engineOn(connection: Connection): Promise<Engine> {
  const content = valueOf(loadContent(join(__dirname, '../content')));
  const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));
  const common = { connection, entidad: 'banco', sealing, clock: systemClock, logger: silentLogger };
  return createEngine({
    ...common,
    inbox: await openMongoInbox(common),
    conversaciones: await openMongoConversaciones(common),
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

/** One message after another of one citizen: each is sent when the one before was answered. */
function createCitizen(engine: Engine) {
  const who = { canal: 'WEB_CHAT', conversacion: newId() } as const;
  let sent = 0;
  return async (): Promise<void> => {
    const texto = LINES[sent % LINES.length] ?? '';
    const externalId = `${who.conversacion}:${sent++}`;
    valueOf(await engine.accept({ ...who, externalId, texto, anexos: [], enviadoEn: systemClock.now() }));
    await engine.settled(who);
  };
}

/**
 * Turns a second with durable state, of 1, 16 and 64 citizens at once, over an embedded store in `dir`: message stored,
 * turn played by Botkit with the product's dialogs, conversation stored. The Ventanilla is in memory.
 */
export async function runTurnBench(dir: string, turnsEach = 1_600): Promise<Row[]> {
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
  let writes = 0;
  connection.set('debug', (_collection: string, method: string) => {
    if (WRITES.has(method)) writes += 1;
  });
  try {
    const engine = await engineOn(connection);
    const rows: Row[] = [];
    await inParallel(1, 80, createCitizen(engine));
    for (const citizens of [1, 16, 64]) {
      const name = `turnos, ${citizens} a la vez`;
      const people = Array.from({ length: citizens }, () => createCitizen(engine));
      const free = [...people];
      writes = 0;
      const measured = await inParallel(citizens, turnsEach, async () => {
        const citizen = free.pop();
        if (!citizen) throw new Error('more lanes than citizens');
        await citizen();
        free.unshift(citizen);
      });
      rows.push(
        row(name, measured.perSecond, '/s'),
        ...latencies(name, measured.samples),
        row(`${name}, escrituras por mensaje`, writes / turnsEach, ''),
      );
    }
    return rows;
  } finally {
    await connection.close();
    await store.close();
  }
}
