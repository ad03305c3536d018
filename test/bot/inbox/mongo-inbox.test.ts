import { silentLogger } from '../../../api/base/kernel/logger';
import { openMongoInbox } from '../../../bot/inbox/mongo-inbox';
import { inboxContract } from '../../contracts/inbox-contract';
import { freshDatabases } from '../../fakes/fresh-databases';

const fresh = freshDatabases();

inboxContract('mongoose', async (sealing, clock) =>
  openMongoInbox({
    connection: await fresh(),
    entidad: 'candelaria-valle',
    sealing,
    clock,
    logger: silentLogger,
  }),
);
