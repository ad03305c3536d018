import { describe } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { createConnection } from 'mongoose';
import { createMongoAnexos } from '../../../../api/base/anexos/mongo-anexos';
import { createGrid } from '../../../../api/base/anexos/mongo-grid';
import { createFileCipher } from '../../../../api/base/sealing/file-cipher';
import { newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';
import { anexosContract, MAX_BYTES } from '../../../contracts/anexos-contract';

const uri = process.env.TEST_MONGODB_URI;
const cipher = createFileCipher(parseKeys(newKeyFile('AUTOGENERADA')));

const withMongo = uri ? describe : describe.skip;

withMongo('on a MongoDB (TEST_MONGODB_URI)', () => {
  anexosContract('GridFS', async (clock) => {
    const dbName = `anexos_${randomBytes(6).toString('hex')}`;
    const connection = await createConnection(uri ?? '', { dbName }).asPromise();
    const grid = createGrid(connection);
    return {
      anexos: createMongoAnexos({ grid, entidad: 'pueblo', cipher, clock, maxBytes: MAX_BYTES }),
      close: async () => {
        await connection.dropDatabase();
        await connection.close();
      },
    };
  });
});
