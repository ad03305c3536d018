import type { Step } from '../dialog';
import { countWords } from '../count-words';
import { saysOneOf } from '../named-words';
import { options, say } from '../say';
import type { Draft } from './draft';
import { withText } from './keep-in-draft';
import { goOn, goTo } from './next-step';

/** Characters; a longer answer tells more than a place. */
const MAX_LUGAR = 300;

/** Where it is, as people say it: rural places have no address. */
export const lugar: Step<Draft> = {
  ask: (_draft, facts) => ({
    ...say(facts, 'radicar.lugar.pregunta'),
    opciones: options(facts, 'sin_lugar'),
  }),
  answer: (draft, input, facts) => {
    const typed = input.texto.replaceAll(/\s+/g, ' ').trim();
    const skips = countWords(typed) <= 3 && saysOneOf(typed, facts.texts, 'no');
    if (input.opcion === 'sin_lugar' || skips) {
      return goOn({ ...draft, lugar: undefined, lugarVisto: true }, facts);
    }
    if (typed.length > MAX_LUGAR) {
      return goTo('lugar', withText(draft, input.texto, facts), say(facts, 'radicar.agregado'));
    }
    if (countWords(typed) === 0)
      return { kind: 'again', data: draft, say: say(facts, 'radicar.lugar.vacio') };
    // «Hay un incendio en la loma» is a place and more than a place.
    const riesgoDeVida = draft.riesgoDeVida || facts.understand(typed).emergencia;
    return goOn({ ...draft, lugar: typed, lugarVisto: true, riesgoDeVida }, facts);
  },
};
