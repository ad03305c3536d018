import { countWords } from '../count-words';
import type { Facts, Input, Step } from '../dialog';
import { saysOneOf } from '../named-words';
import { options, say } from '../say';
import type { Draft } from './draft';
import { goOn, goTo } from './next-step';
import { notAnOption } from './not-an-option';
import { tellsMore } from './tells-more';
import { readContacto } from './read-contacto';

/** A longer text than this is no address. */
const MOST_WORDS = 40;

/** At least one way to answer (CPACA 16); who wants to give none may file without a name. */
export const contacto: Step<Draft> = {
  ask: (_draft, facts) => ({
    ...say(facts, 'radicar.contacto.pregunta'),
    opciones: options(facts, ...(facts.telefono === undefined ? [] : ['este_whatsapp']), 'anonima'),
  }),
  answer: (draft, input, facts) => {
    if (input.opcion === 'anonima') return goTo('anonima', draft);
    const own = ownPhone(input, facts);
    if (own !== undefined) return goOn({ ...draft, telefono: own }, facts);
    if (countWords(input.texto) > MOST_WORDS) return notAnOption('contacto', draft, input, facts);
    const read = readContacto(input.texto, (text) => soundsLikePlace(text, facts));
    if (read.ok) return goOn({ ...draft, ...read.value }, facts);
    const isMore = read.failure === 'ninguno' && tellsMore(input);
    if (isMore || facts.understand(input.texto).emergencia)
      return notAnOption('contacto', draft, input, facts);
    const fault = hasNone(input.texto, facts) ? 'sin' : `mal.${read.failure}`;
    return { kind: 'again', data: draft, say: say(facts, `radicar.contacto.${fault}`) };
  },
};

/** «Este WhatsApp»: the phone from which the person writes. */
const ownPhone = ({ opcion, texto }: Input, { telefono, texts }: Facts): string | undefined =>
  telefono !== undefined &&
  (opcion === 'este_whatsapp' || (countWords(texto) <= 5 && saysOneOf(texto, texts, 'este_whatsapp')))
    ? `+${telefono}`
    : undefined;

const hasNone = (typed: string, { texts }: Facts): boolean =>
  countWords(typed) <= 4 && saysOneOf(typed, texts, 'no');

const soundsLikePlace = (text: string, { texts }: Facts): boolean => saysOneOf(text, texts, 'direccion');
