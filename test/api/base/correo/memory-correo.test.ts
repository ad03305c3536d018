import { correoContract } from '../../../contracts/correo-contract';
import { memoryCorreo } from '../../../fakes/memory-correo';

correoContract('in memory', async (conducta) => {
  const correo = memoryCorreo(conducta);
  return { correo, taken: () => correo.received.length };
});
