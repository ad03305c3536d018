import { traitsOf } from '../../channels/traits';
import { countWords } from '../count-words';
import type { Facts, Input, Move, Step } from '../dialog';
import { withoutNumbers } from '../../../api/base/kernel/document-numbers';
import { saysOneOf } from '../named-words';
import { paragraphs } from '../say';
import type { Draft } from './draft';
import { goOn, goTo } from './next-step';
import { tellsMore } from './tells-more';
import { OF_THE_PERSON } from './of-the-person';

/** Those that do not wait for anything else. */
const GOES_ON: ReadonlySet<string> = new Set(['identificacion', 'por_enlace']);

/**
 * A step that keeps no number of a document typed in a channel of another company, and says why; the rest of what was
 * written with it is heard. A longer text that names no document is the person's story and stays as it was written.
 */
export function keepingNumbersOut(name: string, step: Step<Draft>): Step<Draft> {
  const { answer } = step;
  if (!answer || !OF_THE_PERSON.has(name)) return step;
  return {
    ...step,
    answer: (draft, input, facts) => {
      const rest = restOf(input, facts);
      if (rest === undefined) return answer(draft, input, facts);
      const why = facts.texts('dialogo.radicar.identificacion.no_guardado');
      if (countWords(rest) > 0) return saying(why, answer(draft, { ...input, texto: rest }, facts));
      return GOES_ON.has(name)
        ? goOn({ ...draft, documentoVisto: true }, facts, { texto: why })
        : goTo(name, draft, { texto: why });
    },
  };
}

// Nobody types it: it is in the private area.
const MARK = '\ue000';
const BEFORE =
  /(?:(?<!\p{L})(?:mi|la|el|con|es|de|n[oº°]?|nro|n[uú]mero|c\.?\s?c|c\.?\s?e|t\.?\s?i|r\.?\s?c|c[eé]dula|tarjeta|identidad|ciudadan[ií]a|extranjer[ií]a|documento|identificaci[oó]n|pasaporte|ppt|nit)[\s.:,#-]{0,4}){0,6}\ue000/giu;

/** What is left of a text without the numbers of documents in it; undefined when there are none. */
function restOf({ texto, opcion }: Input, { canal, texts }: Facts): string | undefined {
  if (opcion !== undefined || !traitsOf(canal).ofThirdParty) return undefined;
  const isNamed = saysOneOf(texto, texts, 'es_documento');
  if (tellsMore({ texto }) && !isNamed) return undefined;
  if (saysOneOf(texto, texts, 'es_telefono') && !isNamed) return undefined;
  const marked = withoutNumbers(texto, (found) => (isPhone(found) ? found : MARK));
  return marked.includes(MARK) ? marked.replaceAll(BEFORE, '').replaceAll(/\s+/g, ' ').trim() : undefined;
}

/** Whether figures are a mobile or a fixed phone of Colombia: no document begins so and has as many. */
export const isPhone = (found: string): boolean =>
  /^(?:57)?(?:3\d{9}|60\d{8})$/.test(found.replaceAll(/\D/g, ''));

/** The move, with something said before it. */
function saying(texto: string, move: Move<Draft>): Move<Draft> {
  if (move.kind === 'call') return move;
  return { ...move, say: { ...move.say, texto: paragraphs(texto, move.say?.texto) } };
}
