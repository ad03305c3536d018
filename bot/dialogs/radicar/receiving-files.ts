import { isSoloVoz, isVoz } from '../../../api/base/kernel/voz';
import type { Facts, Input, Say, Step } from '../dialog';
import { notReceivedSay } from '../not-received';
import { paragraphs, say } from '../say';
import type { Draft } from './draft';
import { withAnexos } from './keep-in-draft';
import { goOn, goTo } from './next-step';

/**
 * A step at which files are kept whatever it asks; a message with files alone is not an answer. But who is asked to tell
 * the petition has told it with a voice note: no text is insisted on (Decreto 1166 de 2016).
 */
export function receivingFiles(name: string, step: Step<Draft>): Step<Draft> {
  const { answer } = step;
  if (!answer || !step.ask) return step;
  return {
    ...step,
    keepsFiles: true,
    answer: (draft, input, facts) => {
      if (input.anexos.length + (input.noRecibidos ?? []).length === 0) return answer(draft, input, facts);
      const kept = withAnexos(draft, input);
      if (input.texto.trim() !== '' || input.opcion !== undefined) return answer(kept, input, facts);
      const said = receivedSay(draft, kept, input, facts);
      return name === 'texto' && isSoloVoz(kept) ? goOn(kept, facts, said) : goTo(name, kept, said);
    },
  };
}

/** What came, once; why the channel refused others was told before. */
function receivedSay(
  before: Draft,
  kept: Draft,
  { anexos, noRecibidos = [] }: Input,
  facts: Facts,
): Say | undefined {
  const isFirstVoz = isSoloVoz(kept) && !before.anexos.some(isVoz);
  const received = isFirstVoz
    ? facts.texts('dialogo.voz.recibida')
    : say(facts, 'radicar.archivos_recibidos', { cuantos: kept.anexos.length }).texto;
  const tooMany = (kept.noRecibidos ?? []).slice((before.noRecibidos ?? []).length + noRecibidos.length);
  const texto = paragraphs(
    anexos.length > 0 ? received : undefined,
    tooMany.length > 0 ? notReceivedSay(tooMany, facts).texto : undefined,
  );
  return texto === '' ? undefined : { texto };
}
