import { conversacionesContract } from '../../contracts/conversaciones-contract';
import { memoryConversaciones } from '../../fakes/memory-conversaciones';

conversacionesContract('in memory', async (sealing) => memoryConversaciones(sealing));
