import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createConnection } from 'mongoose';
import type { AnexosStore } from '../../../../api/base/anexos/anexos';
import { createMongoAnexos } from '../../../../api/base/anexos/mongo-anexos';
import { createGrid, type Grid } from '../../../../api/base/anexos/mongo-grid';
import type { Clock } from '../../../../api/base/kernel/clock';
import { valueOf } from '../../../../api/base/kernel/result';
import { createFileCipher } from '../../../../api/base/sealing/file-cipher';
import { newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';
import { anexosContract, MAX_BYTES } from '../../../contracts/anexos-contract';
import { manualClock } from '../../../fakes/manual-clock';
import { memoryGrid } from '../../../fakes/memory-grid';

const uri = process.env.TEST_MONGODB_URI;
const cipher = createFileCipher(parseKeys(newKeyFile('AUTOGENERADA')));
const openOn = (grid: Grid, clock: Clock, entidad = 'pueblo'): AnexosStore =>
  createMongoAnexos({ grid, entidad, cipher, clock, maxBytes: MAX_BYTES });

anexosContract('GridFS, in memory', async (clock) => ({ anexos: openOn(memoryGrid(), clock) }));

const withMongo = uri ? describe : describe.skip;

withMongo('on a MongoDB (TEST_MONGODB_URI)', () => {
  anexosContract('GridFS', async (clock) => {
    const dbName = `anexos_${randomBytes(6).toString('hex')}`;
    const connection = await createConnection(uri ?? '', { dbName }).asPromise();
    const close = async (): Promise<void> => {
      await connection.dropDatabase();
      await connection.close();
    };
    return { anexos: openOn(createGrid(connection), clock), close };
  });
});

describe('attachments in GridFS', () => {
  const about = { nombre: 'carta.pdf', tipo: 'application/pdf' };

  it('are sealed, and put twice are kept once', async () => {
    const grid = memoryGrid();
    const clock = manualClock();
    const anexos = openOn(grid, clock);
    const bytes = Buffer.from('me llamo María '.repeat(20));
    valueOf(await anexos.put(bytes, about));
    valueOf(await anexos.put(bytes, about));
    const files: Buffer[] = [];
    for await (const { _id } of grid.find({})) {
      for await (const piece of grid.read(_id)) files.push(piece);
    }
    expect(files).toHaveLength(1);
    expect(files[0]?.includes('María')).toBe(false);
  });

  it('of one town are not of another', async () => {
    const grid = memoryGrid();
    const clock = manualClock();
    const { sha256 } = valueOf(await openOn(grid, clock).put(Buffer.from('carta'), about));
    const neighbour = openOn(grid, clock, 'vecino');
    expect(await neighbour.has(sha256)).toBe(false);
    expect(await neighbour.get(sha256)).toBeUndefined();
    clock.advance(1);
    expect(await neighbour.removeStoredBefore(sha256, clock.now())).toBe(false);
  });
});
