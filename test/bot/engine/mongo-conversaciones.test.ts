import { openMongoConversaciones } from '../../../bot/engine/mongo-conversaciones';
import { conversacionesContract } from '../../contracts/conversaciones-contract';
import { freshDatabases } from '../../fakes/fresh-databases';

const fresh = freshDatabases();

conversacionesContract('mongoose', async (sealing) =>
  openMongoConversaciones({ connection: await fresh(), entidad: 'candelaria-valle', sealing }),
);
