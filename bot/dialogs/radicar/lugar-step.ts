import type { Step } from '../dialog';
import { countWords } from '../count-words';
import { saysOneOf } from '../named-words';
import { options, say } from '../say';
import type { Draft } from './draft';
import { withFormer, withText } from './keep-in-draft';
import { goOn, goTo } from './next-step';

/** Characters; a longer answer tells more than a place. */
const MAX_LUGAR = 300;

/** Where it is, as people say it: rural places have no address. */
export const lugar: Step<Draft> = {
  ask: (_draft, facts) => ({
    ...say(facts, 'radicar.lugar.pregunta'),
    pide: 'UBICACION',
    opciones: options(facts, 'sin_lugar'),
  }),
  answer: (before, input, facts) => {
    const { lugar: former } = before;
    const draft = former !== undefined && isLocated(former) ? before : withFormer(before, former, facts);
    const typed = input.texto.replaceAll(/\s+/g, ' ').trim();
    const skips = countWords(typed) <= 3 && saysOneOf(typed, facts.texts, 'no');
    if (input.opcion === 'sin_lugar' || skips) {
      return goOn({ ...draft, lugar: undefined, lugarVisto: true }, facts);
    }
    if (isLocated(typed)) {
      return goOn({ ...draft, lugar: typed.slice(0, MAX_LUGAR), lugarVisto: true }, facts);
    }
    if (typed.length > MAX_LUGAR) {
      return goTo('lugar', withText(before, input.texto, facts), say(facts, 'radicar.agregado'));
    }
    if (countWords(typed) === 0)
      return { kind: 'again', data: before, say: say(facts, 'radicar.lugar.vacio') };
    // «Hay un incendio en la loma» is a place and more than a place.
    const riesgoDeVida = draft.riesgoDeVida || facts.understand(typed).emergencia;
    return goOn({ ...draft, lugar: typed, lugarVisto: true, riesgoDeVida }, facts);
  },
};

/** Coordinates, as a channel writes a location that was sent: however long the name after them, it is a place. */
const isLocated = (texto: string): boolean => /^\p{L}+: ?-?\d{1,2}\.\d+, ?-?\d{1,3}\.\d+/u.test(texto);
