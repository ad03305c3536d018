import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSealing } from '../../../api/base/sealing/sealing';
import { openMongoEnvios } from '../../../bot/envios/mongo-envios';
import { enviosContract } from '../../contracts/envios-contract';
import { freshDatabases } from '../../fakes/fresh-databases';

const fresh = freshDatabases();
const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));

enviosContract('mongoose', async (clock) => {
  const stored = { connection: await fresh(), entidad: 'candelaria-valle', sealing, clock };
  return [
    await openMongoEnvios({ ...stored, proceso: 'uno' }),
    await openMongoEnvios({ ...stored, proceso: 'dos' }),
  ];
});
