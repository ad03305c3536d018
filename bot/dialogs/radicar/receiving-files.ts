import type { Step } from '../dialog';
import { say } from '../say';
import type { Draft } from './draft';
import { withAnexos } from './keep-in-draft';
import { goTo } from './next-step';

/** A step at which files are kept whatever it asks; a message with files alone is not an answer. */
export function receivingFiles(name: string, step: Step<Draft>): Step<Draft> {
  const { answer } = step;
  if (!answer || !step.ask) return step;
  return {
    ...step,
    answer: (draft, input, facts) => {
      if (input.anexos.length === 0) return answer(draft, input, facts);
      const kept = withAnexos(draft, input.anexos);
      if (input.texto.trim() !== '' || input.opcion !== undefined) return answer(kept, input, facts);
      return goTo(name, kept, say(facts, 'radicar.archivos_recibidos', { cuantos: kept.anexos.length }));
    },
  };
}
