import { foldText } from '../../../api/base/kernel/plain-text';
import { countWords } from '../count-words';
import type { Facts, Step } from '../dialog';
import { saysOneOf } from '../named-words';
import { options, say } from '../say';
import type { Draft } from './draft';
import { goOn, goTo } from './next-step';
import { notAnOption } from './not-an-option';

const MAX_NOMBRE = 120;
const MAX_NOMBRE_WORDS = 8;
const INTRODUCTION = /^(?:me llamo|mi nombre es|soy)\s+/i;

/** The name as the person writes it: one name alone is taken too. */
export const nombre: Step<Draft> = {
  ask: (_draft, facts) => ({ ...say(facts, 'radicar.nombre.pregunta'), opciones: options(facts, 'anonima') }),
  answer: (draft, input, facts) => {
    const wantsNone = saysOneOf(input.texto, facts.texts, 'anonima') || foldText(input.texto) === 'no';
    if (input.opcion === 'anonima' || wantsNone) return goTo('anonima', draft);
    // Whoever is called so can still say «me llamo…».
    const isDanger = !INTRODUCTION.test(input.texto.trim()) && facts.understand(input.texto).emergencia;
    if (isDanger) return notAnOption('nombre', draft, input, facts);
    const typed = isAnotherStep(input.texto, facts) ? undefined : readNombre(input.texto);
    if (typed !== undefined) return goOn({ ...draft, nombre: typed }, facts);
    if (countWords(input.texto) > MAX_NOMBRE_WORDS) return notAnOption('nombre', draft, input, facts);
    return { kind: 'again', data: draft, say: say(facts, 'radicar.nombre.mal') };
  },
};

/** What is answered to the questions that follow is nobody's name. */
const OF_OTHER_STEPS = ['sin_cedula', 'sin_documento', 'por_enlace'] as const;
const isAnotherStep = (texto: string, { texts }: Facts): boolean =>
  OF_OTHER_STEPS.some((id) => foldText(texts(`dialogo.opcion.${id}`)) === foldText(texto));

/** A name, or undefined for what cannot be one: figures, an address of mail, a whole story. */
export function readNombre(typed: string): string | undefined {
  const line = typed.replaceAll(/\s+/g, ' ').trim().replace(INTRODUCTION, '');
  const isName = /\p{L}.*\p{L}/u.test(line) && !/[@\d]/.test(line);
  const isShort = line.length <= MAX_NOMBRE && countWords(line) <= MAX_NOMBRE_WORDS;
  return isName && isShort ? line : undefined;
}
