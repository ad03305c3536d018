import { porSellarContract } from '../../../contracts/por-sellar-contract';
import { manualClock } from '../../../fakes/manual-clock';
import { memoryPorSellar } from '../../../fakes/memory-por-sellar';

porSellarContract('in memory', async () => {
  const clock = manualClock();
  const porSellar = memoryPorSellar(clock);
  return {
    porSellar,
    touch: async (numero, libro, radicadoEn) => {
      const minutesAgo = (clock.now().getTime() - radicadoEn.getTime()) / 60_000;
      porSellar.touch(numero, libro, minutesAgo);
    },
  };
});
