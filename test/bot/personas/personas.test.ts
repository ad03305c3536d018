import { silentLogger } from '../../../api/base/kernel/logger';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSealing } from '../../../api/base/sealing/sealing';
import { openMongoPersonas } from '../../../bot/personas/mongo-personas';
import { rememberPersonas } from '../../../bot/personas/remembered-personas';
import { personasContract } from '../../contracts/personas-contract';
import { freshDatabases } from '../../fakes/fresh-databases';
import { memoryPersonas } from '../../fakes/memory-personas';

const fresh = freshDatabases();
const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));
const stored = async () =>
  openMongoPersonas({
    connection: await fresh(),
    entidad: 'candelaria-valle',
    sealing,
    logger: silentLogger,
  });

personasContract('memory', async () => memoryPersonas());
personasContract('mongoose', stored);
personasContract('mongoose, remembered', async () => rememberPersonas(await stored()));
