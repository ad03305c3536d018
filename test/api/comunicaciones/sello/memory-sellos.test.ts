import { sellosContract } from '../../../contracts/sellos-contract';
import { memorySellos } from '../../../fakes/memory-sellos';

sellosContract('in memory', async () => memorySellos());
