import { anexosContract, MAX_BYTES } from '../../../contracts/anexos-contract';
import { memoryAnexos } from '../../../fakes/memory-anexos';

anexosContract('memory', async (clock) => ({ anexos: memoryAnexos(clock, MAX_BYTES) }));
