import { countWords } from '../count-words';
import type { Facts, Input, Move, Say, Step } from '../dialog';
import { saysOneOf, saysYes } from '../named-words';
import { quoted } from '../quoted';
import { options, say } from '../say';
import { type Draft, isEmpty } from './draft';
import { withNewText, withText } from './keep-in-draft';
import { goOn, goTo } from './next-step';

/** What happened or is needed, in the person's own words; with a text already told, more of it. */
export const texto: Step<Draft> = {
  freeText: true,
  ask: askText,
  answer: (draft, input, facts) => {
    const isDone = input.opcion === 'seguir' || (draft.texto !== '' && addsNothing(input, facts));
    if (isDone && !isEmpty(draft)) return goOn(draft, facts);
    if (input.opcion === 'reescribir') return goTo('reescribir', draft);
    return keep(draft, input, facts);
  },
};

/** «Sí», «eso es todo»: with the petition told, it is no more of it. */
const addsNothing = ({ texto: typed, anexos }: Input, { texts }: Facts): boolean =>
  anexos.length === 0 &&
  countWords(typed) <= 3 &&
  (saysYes(typed, texts) || saysOneOf(typed, texts, 'nada_mas'));

function askText({ texto: told, anexos }: Draft, facts: Facts): Say {
  if (told !== '') {
    return {
      ...say(facts, 'radicar.texto.mas', { texto: quoted(facts, told, 150) }),
      opciones: options(facts, 'seguir', 'reescribir'),
    };
  }
  const question = say(facts, 'radicar.texto.pregunta');
  return anexos.length === 0 ? question : { ...question, opciones: options(facts, 'seguir') };
}

// Insisting once helps who sent a single word; insisting twice would be refusing a petition (CPACA 16, par. 1).
function keep(draft: Draft, input: Input, facts: Facts): Move<Draft> {
  if (input.texto.trim() === '')
    return { kind: 'again', data: draft, say: say(facts, 'radicar.texto.vacio') };
  const told = withText(draft, input.texto, facts);
  if (countWords(told.texto) < 2 && !draft.insistido) {
    return goTo('texto', { ...told, insistido: true }, say(facts, 'radicar.texto.poco'));
  }
  return goOn(told, facts);
}

/** The petition told anew: the person asked for it, and can still leave it as it was. */
export const reescribir: Step<Draft> = {
  freeText: true,
  ask: ({ texto: told }, facts) => ({
    ...say(facts, 'radicar.texto.reescribir', { texto: quoted(facts, told, 150) }),
    opciones: options(facts, 'dejar_igual'),
  }),
  answer: (draft, input, facts) => {
    if (input.opcion === 'dejar_igual') return goOn(draft, facts);
    if (input.texto.trim() === '') {
      return { kind: 'again', data: draft, say: say(facts, 'radicar.texto.vacio') };
    }
    return goOn(withNewText(draft, input.texto, facts), facts);
  },
};
