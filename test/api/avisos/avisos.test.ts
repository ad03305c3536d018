import { expect, it } from '@jest/globals';
import { openMongoAvisos } from '../../../api/avisos/mongo-avisos';
import { avisosContract } from '../../contracts/avisos-contract';
import { anAviso } from '../../fakes/an-aviso';
import { freshDatabases } from '../../fakes/fresh-databases';
import { MemoryAvisos } from '../../fakes/memory-avisos';

avisosContract('memory', () => Promise.resolve(new MemoryAvisos()));

const freshDatabase = freshDatabases();
const town = { entidad: 'candelaria-valle', libro: 'PRUEBA' } as const;

avisosContract('store', async () => openMongoAvisos(await freshDatabase(), town));

it('a name that nobody sealed is not stored', async () => {
  const avisos = await openMongoAvisos(await freshDatabase(), town);
  await expect(avisos.keep(anAviso({ publicadoPor: 'Ana Ruiz' }))).rejects.toThrow('oculto');
  expect(await avisos.byId(anAviso()._id)).toBeUndefined();
});
