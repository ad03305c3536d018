import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createStoreCommand } from '../../../api/admin/almacen';
import { createFileAnexos } from '../../../api/base/anexos/file-anexos';
import { type Logger, silentLogger } from '../../../api/base/kernel/logger';
import { valueOf } from '../../../api/base/kernel/result';
import { createFileCipher } from '../../../api/base/sealing/file-cipher';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createReserva } from '../../../api/base/reserva/reserva';
import { connect, type Connection } from '../../../api/base/store/connect';
import { pqrsdModel } from '../../../api/pqrsd/mongo-pqrsd';
import { createMongoRevisar } from '../../../api/revision/mongo-revisar';
import { createMongoRevisiones } from '../../../api/revision/mongo-revisiones';
import { tamanosOf } from '../../../api/revision/mongo-tamanos';
import { manualClock } from '../../fakes/manual-clock';
import { memoryDiskSpace } from '../../fakes/memory-disk-space';
import { openTestStore, type TestStore } from '../../fakes/open-test-store';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';
import { realTexts } from '../../fakes/real-texts';
import { tampered } from '../../fakes/tampered-store';

const ENTIDAD = 'candelaria-valle';
const keys = parseKeys(newKeyFile('PROPIA'));

describe('almacen', () => {
  let store: TestStore;
  let connection: Connection;
  const clock = manualClock();
  const disk = memoryDiskSpace();
  const told: string[] = [];
  const logger: Logger = { ...silentLogger, error: (event) => void told.push(event) };
  const files = () =>
    createFileAnexos({
      dir: join(store.dataDir, 'anexos'),
      cipher: createFileCipher(keys),
      clock,
      maxBytes: 1_000_000,
    });

  const reconnect = async (): Promise<void> => {
    connection = await connect(store.store, { logger: silentLogger });
  };

  beforeEach(async () => {
    told.length = 0;
    store = await openTestStore();
    await reconnect();
    const model = pqrsdModel(connection);
    await model.createIndexes();
    const carta = valueOf(
      await files().put(Buffer.from('carta'), { nombre: 'carta.txt', tipo: 'text/plain' }),
    );
    const { filePqrsd, book } = pqrsdOffice();
    for (const clave of ['a', 'b', 'c']) await filePqrsd(solicitud({ clave, anexos: [carta] }));
    await model.insertMany(book.pages);
    clock.advance(1_000);
  });
  afterEach(async () => {
    await connection.close();
    await store.close();
  });

  async function run(...args: string[]) {
    const out: string[] = [];
    const deps = { connection, entidad: ENTIDAD, anexos: files(), clock, logger };
    const model = connection.models['Comunicacion'] ?? pqrsdModel(connection);
    const command = createStoreCommand({
      revisar: createMongoRevisar({ ...deps, model: model as ReturnType<typeof pqrsdModel> }),
      revisiones: createMongoRevisiones(connection, ENTIDAD),
      reserva: createReserva({ disk, logger: silentLogger }),
      tamanos: () => tamanosOf(connection, { dataDir: store.dataDir }),
      texts: realTexts('admin'),
    });
    const io = { out: (text: string) => void out.push(text), err: () => {} };
    return { code: await command(args, io), text: out.join('\n') };
  }

  it('revisar looks at every collection, the book and the attachments, and says that all is well', async () => {
    await store.client.db('candelaria').collection('otra').insertOne({ a: 1 });
    const { code, text } = await run('revisar');
    expect(text).toMatch(/2 colecciones con 4 documentos, 3 comunicaciones.*1 anexos.*Todo está bien/s);
    expect([code, told]).toEqual([0, []]);
  });

  it('estado tells sizes, room and the last check', async () => {
    disk.leave(2_000_000_000);
    expect((await run('estado')).text).toMatch(/Almacén: [\d.,]+ MB.*guarda para radicar.*ninguna revisión/s);
    await run('revisar');
    const { code, text } = await run('estado');
    expect(text).toContain('Espacio libre: 2.000 MB');
    expect(text).toMatch(/Última revisión \(martes, 24 de noviembre de 2026.*todo estaba bien/);
    expect(code).toBe(0);
  });

  it('revisar finds a flipped bit in a case, and what rests on it; it says what to do', async () => {
    const [page] = await pqrsdModelOf(connection).find().sort({ numero: 1 }).limit(1).lean();
    await connection.close();
    store = await tampered(store, ['candelaria', 'comunicaciones'], ({ key, flip }) =>
      flip(key(page?._id), 900),
    );
    await reconnect();
    const { code, text } = await run('revisar');
    expect(code).toBe(1);
    expect(text).toContain('Colección comunicaciones: hay datos dañados (Detected 1 corrupt records.).');
    expect(text).toContain('No se pudo revisar PRUEBA E (código 365).');
    expect(text).toContain('restaure el último respaldo sano');
    expect(told).toContain('check.unsound');
    expect((await run('estado')).text).toMatch(/hallazgos, 3\. Use «almacen revisar»/);
  });

  it('revisar finds a number that the book lacks', async () => {
    await pqrsdModelOf(connection).deleteOne({ numero: 2 });
    const { code, text } = await run('revisar');
    expect(text).toContain('Libro PRUEBA E 2026-E-000003: el número no sigue al anterior.');
    expect(code).toBe(1);
  });

  it('revisar finds an attachment that was altered, and one that is not there', async () => {
    const dir = join(store.dataDir, 'anexos');
    const [shard = ''] = readdirSync(dir).filter((name) => name.length === 2);
    const [file = ''] = readdirSync(join(dir, shard));
    const path = join(dir, shard, file);
    const bytes = readFileSync(path);
    bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1);
    writeFileSync(path, bytes);
    await pqrsdModelOf(connection).updateOne(
      { numero: 2 },
      { $set: { 'pqrsd.anexos.0.sha256': 'f'.repeat(64) } },
    );
    const { code, text } = await run('revisar');
    expect(text).toContain(`Anexo ${shard}${file}: su contenido está dañado.`);
    expect(text).toContain(`Anexo ${'f'.repeat(64)}: un caso lo nombra y no está.`);
    expect(code).toBe(1);
  });

  it('is called in two ways', async () => {
    for (const args of [[], ['borrar'], ['estado', 'todo']]) expect((await run(...args)).code).toBe(2);
  });
});

const pqrsdModelOf = (connection: Connection) =>
  (connection.models['Comunicacion'] ?? pqrsdModel(connection)) as ReturnType<typeof pqrsdModel>;
