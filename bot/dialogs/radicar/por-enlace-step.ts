import { HORAS_ENLACE } from '../../../api/base/kernel/datos-por-enlace';
import { foldText } from '../../../api/base/kernel/plain-text';
import { traitsOf } from '../../channels/traits';
import type { Dialog, Facts, Input, Move, RequestResult, Step } from '../dialog';
import { lastOf } from '../../../api/base/kernel/document-numbers';
import { wordList } from '../named-words';
import { options, say } from '../say';
import type { Draft } from './draft';
import { goOn, goTo } from './next-step';
import { withoutNumber } from './without-number';

export const askForLink = (draft: Draft): Move<Draft> => ({
  kind: 'call',
  request: { use: 'enlace' },
  step: 'por_enlace',
  data: draft,
});

/** Waits for the number by its page; whoever would rather not wait goes on with any answer. */
export const porEnlace: Step<Draft> = {
  got: gotLink,
  ask: (_draft, facts) => ({
    ...say(facts, 'radicar.enlace.espera'),
    opciones: options(facts, 'sin_cedula', 'otro_enlace'),
  }),
  answer: (draft, input, facts) => {
    if (input.opcion === 'otro_enlace') return askForLink(draft);
    return input.opcion === 'sin_cedula'
      ? goOn({ ...draft, documentoVisto: true }, facts)
      : withoutNumber(draft, input, facts);
  },
};

/** The link is told once and is not kept: whoever loses it asks for another, and the old one stops working. */
function gotLink(draft: Draft, { use, result }: RequestResult, facts: Facts): Move<Draft> {
  if (use !== 'enlace') throw new Error(`expected the result of enlace, got ${use}`);
  if (!result.ok) return goOn({ ...draft, documentoVisto: true }, facts, say(facts, 'radicar.enlace.falla'));
  const { id, ruta } = result.value;
  const given = say(facts, 'radicar.enlace.dado', { horas: HORAS_ENLACE });
  const enlaces = [{ titulo: facts.texts('dialogo.enlace.documento'), url: ruta }];
  return goTo('por_enlace', { ...draft, enlace: id }, { ...given, enlaces });
}

/** A step that, told «otro enlace», gives one: at any question after the name, by a channel that cannot carry a number. */
export function givingLinks(step: Step<Draft>): Step<Draft> {
  const { answer } = step;
  if (!answer || !step.ask) return step;
  return {
    ...step,
    answer: (draft, input, facts) =>
      wantsLink(draft, input, facts) ? askForLink(draft) : answer(draft, input, facts),
  };
}

const wantsLink = ({ nombre, modo }: Draft, { texto, opcion }: Input, { canal, texts }: Facts): boolean =>
  opcion === undefined &&
  nombre !== undefined &&
  modo !== 'ANONIMO' &&
  traitsOf(canal).ofThirdParty &&
  wordList(texts, 'enlace').includes(foldText(texto));

/** Steps that wait for the number: with it, on to the next; any other is asked again. */
const WAITING: ReadonlySet<string> = new Set(['identificacion', 'por_enlace']);

/** What came by the page of a link stays in the draft, if it is the last link given for it. */
export const withDocumento: NonNullable<Dialog<Draft>['documento']> = (draft, given, step, facts) => {
  const { tipo, numero, enlace } = given;
  if (draft.enlace !== enlace || draft.modo === 'ANONIMO') return undefined;
  const kept = { ...draft, documento: { tipo, numero }, documentoVisto: true };
  const said = say(facts, 'radicar.enlace.recibido', { ultimos: lastOf(numero) });
  const move = WAITING.has(step) ? goOn(kept, facts, said) : goTo(step, kept, said);
  return move.kind === 'goto' ? move : undefined;
};
