import { enviosContract } from '../../contracts/envios-contract';
import { memoryEnvios } from '../../fakes/memory-envios';

enviosContract('memory', async (clock) => {
  const one = memoryEnvios(clock);
  return [one, one.as('dos')];
});
