import { countWords } from '../count-words';
import type { Facts, Input, Say, Step } from '../dialog';
import { saysOneOf } from '../named-words';
import { privacy } from '../route-input';
import { say } from '../say';
import type { Draft } from './draft';
import { goTo } from './next-step';
import { OF_THE_PERSON } from './of-the-person';

/** A longer text tells more than a question. */
const MOST_WORDS = 10;

/** A step that, asked why a datum is wanted or who sees it, answers that and asks again: «¿para qué mi cédula?» is no name. */
export function answeringAboutData(name: string, step: Step<Draft>): Step<Draft> {
  const { answer } = step;
  if (!answer || !OF_THE_PERSON.has(name)) return step;
  return {
    ...step,
    answer: (draft, input, facts) =>
      asksAboutData(input, facts) ? goTo(name, draft, aboutData(facts)) : answer(draft, input, facts),
  };
}

const asksAboutData = ({ texto, opcion, anexos }: Input, { texts }: Facts): boolean =>
  opcion === undefined &&
  anexos.length === 0 &&
  countWords(texto) <= MOST_WORDS &&
  saysOneOf(texto, texts, 'pregunta') &&
  saysOneOf(texto, texts, 'dato');

function aboutData(facts: Facts): Say {
  const { texto, enlaces } = privacy(facts);
  return { texto: `${texto}\n${say(facts, 'radicar.datos').texto}`, enlaces };
}
