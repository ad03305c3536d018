import { openMongoNotificaciones } from '../../../api/notificaciones/mongo-notificaciones';
import { createMongoPorAvisar } from '../../../api/notificaciones/mongo-por-avisar';
import { createMongoPqrsdStore, pqrsdModel } from '../../../api/pqrsd/mongo-pqrsd';
import { notificacionesContract } from '../../contracts/notificaciones-contract';
import { porAvisarContract } from '../../contracts/por-avisar-contract';
import { freshDatabases } from '../../fakes/fresh-databases';
import type { MemoryBook } from '../../fakes/memory-book';
import { MemoryNotificaciones, memoryPorAvisar } from '../../fakes/memory-notificaciones';
import { memoryCases } from '../../fakes/pqrsd-office';
import type { Pqrsd } from '../../../api/pqrsd/pqrsd';

const fresh = freshDatabases();
const entidad = 'candelaria-valle';

notificacionesContract('memory', async () => new MemoryNotificaciones());
notificacionesContract('store', async () => openMongoNotificaciones(await fresh(), entidad));

porAvisarContract('memory', async (pages) => ({
  casos: memoryPorAvisar({ pages }),
  cases: memoryCases({ pages } as MemoryBook<Pqrsd>),
}));
porAvisarContract('store', async (pages) => {
  const model = pqrsdModel(await fresh());
  await model.createIndexes();
  await model.insertMany(pages);
  return { casos: createMongoPorAvisar(model, entidad), cases: createMongoPqrsdStore(model, entidad) };
});
