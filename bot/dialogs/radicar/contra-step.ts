import { foldText } from '../../../api/base/kernel/plain-text';
import { countWords } from '../count-words';
import type { Facts, Input, Move, Step } from '../dialog';
import { excerpt } from '../excerpt';
import { saysOneOf } from '../named-words';
import { quoted } from '../quoted';
import { options, say } from '../say';
import type { Draft } from './draft';
import { withFormer } from './keep-in-draft';
import { goOn, goTo } from './next-step';
import { notAnOption } from './not-an-option';
import { contraIn, readContra } from './read-contra';

/** A longer answer tells more than a name. */
const MOST_WORDS = 20;
const MAX_CONTRA = 200;
/** So many are offered by name, those that the town confirmed. */
const MAX_OFFERED = 8;

/**
 * Whom a complaint is against, so that it does not go to them. It may be left unsaid, and never stops the filing. When
 * the text says it already, only a yes is asked for.
 */
export const contra: Step<Draft> = {
  ask: ({ texto }, facts) => {
    const quien = contraIn(texto);
    if (quien !== undefined) {
      return {
        ...say(facts, 'contra.parece', { quien: quoted(facts, quien, 80) }),
        opciones: options(facts, 'si_contra', 'otra_contra', 'sin_contra'),
      };
    }
    return { ...say(facts, 'contra.pregunta'), opciones: choices(facts) };
  },
  answer: (draft, input, facts) => {
    const quien = contraIn(draft.texto);
    if (input.opcion === 'si_contra' && quien !== undefined) return against(draft, quien, facts);
    if (input.opcion === 'otra_contra') return goTo('otra_contra', draft);
    return named('contra', draft, input, facts);
  },
};

/** The same, when it is against somebody other than the text seemed to say. */
export const otraContra: Step<Draft> = {
  ask: (_draft, facts) => ({ ...say(facts, 'contra.pregunta'), opciones: choices(facts) }),
  answer: (draft, input, facts) => named('otra_contra', draft, input, facts),
};

const confirmed = ({ content }: Facts) =>
  content.dependencias.filter(({ confirmado }) => confirmado).slice(0, MAX_OFFERED);

const choices = (facts: Facts) => [
  ...options(facts, 'sin_contra'),
  ...confirmed(facts).map(({ codigo, nombre }) => ({ id: `contra_${codigo}`, titulo: excerpt(nombre, 20) })),
];

function named(step: string, draft: Draft, input: Input, facts: Facts): Move<Draft> {
  const typed = input.texto.trim();
  const skips = countWords(typed) <= 3 && saysOneOf(typed, facts.texts, 'no');
  if (input.opcion === 'sin_contra' || skips) {
    return settled(draft, undefined, facts);
  }
  const chosen = confirmed(facts).find(({ codigo }) => `contra_${codigo}` === input.opcion);
  if (chosen) return against(draft, chosen.nombre, facts);
  if (countWords(typed) > MOST_WORDS || typed.length > MAX_CONTRA)
    return notAnOption(step, draft, input, facts);
  if (facts.understand(typed).emergencia) return notAnOption(step, draft, input, facts);
  if (!/\p{L}{3}/u.test(typed) || foldText(typed) === 'si') {
    return { kind: 'again', data: draft, say: say(facts, 'contra.quien') };
  }
  return against(draft, typed, facts);
}

const against = (draft: Draft, typed: string, facts: Facts): Move<Draft> =>
  settled(draft, readContra(typed, facts), facts);

const settled = (draft: Draft, contra: Draft['contra'], facts: Facts): Move<Draft> =>
  goOn({ ...withFormer(draft, draft.contra?.servidor, facts), contra, contraVisto: true }, facts);
