import { inboxContract } from '../../contracts/inbox-contract';
import { memoryInbox } from '../../fakes/memory-inbox';

inboxContract('in memory', async (sealing, clock) => memoryInbox(sealing, clock));
