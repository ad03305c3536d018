import { foldText } from '../../api/base/kernel/plain-text';
import { CONFIANZA_MINIMA, type Understanding } from '../nlu/understand';
import { countWords } from './count-words';
import type { Facts, Input } from './dialog';
import {
  type Leave,
  toAnswerOrMenu,
  toCaseOrOffer,
  toCaseOrRadicar,
  toMenu,
  toOffer,
  toRadicar,
} from './leave';
import { saysOneOf, saysYes } from './named-words';
import { speaksOf } from './tramite/speaks-of';
import { say } from './say';

/** What was heard, with no question behind it. */
type Heard = Pick<Input, 'texto' | 'anexos' | 'noRecibidos'>;

/** A number or a sign alone, as the answer to a question that was not asked. */
export const saysNothing = ({ texto, anexos }: Heard): boolean =>
  anexos.length === 0 && !/\p{L}{2}/u.test(texto) && countWords(texto) <= 1;

/** Longer than the number of an option: an office may have asked for it. */
export const isNumber = (texto: string): boolean => /\d{3}/.test(texto);

/** «Mis casos», in few words. */
export const asksForMine = ({ texto, anexos }: Heard, { texts }: Facts): boolean =>
  anexos.length === 0 && countWords(texto) <= 4 && saysOneOf(texto, texts, 'mis_casos');

/** A text longer than this may hold a petition, whatever its greeting, thanks or question. */
const SHORT = 8;

/** Intents whose answer forgets the text, so that it is only given to short ones. */
const FORGETFUL = new Set(['saludo', 'despedida_gracias', 'ayuda', 'privacidad']);

/**
 * Where a free text leads, at any place that expects none in particular. No text is dropped: what is not understood, or
 * is too long to be what it seems, is offered to be filed (Ley 1755 de 2015; T-230 de 2020).
 */
export function routeInput({ texto, anexos, noRecibidos }: Heard, facts: Facts): Leave {
  const files = { anexos, noRecibidos };
  const short = anexos.length === 0 ? routeShort({ texto, anexos, noRecibidos }, facts) : undefined;
  if (short) return short;
  const understood = facts.understand(texto);
  const { intencion, confianza, emergencia } = understood;
  const isLong = countWords(texto) > SHORT;
  if (intencion === 'radicar' && confianza >= CONFIANZA_MINIMA) {
    // «Quiero poner una queja» says nothing yet of what it is about.
    const isOnlyWish = understood.tipo === undefined && !isLong;
    if (isOnlyWish || emergencia) return toRadicar({ texto: isOnlyWish ? undefined : texto, ...files });
    return toCaseOrRadicar({ texto, ...files });
  }
  const unclear = confianza < CONFIANZA_MINIMA || (isLong && FORGETFUL.has(intencion));
  if (emergencia) return toOffer({ texto, ...files });
  if (anexos.length > 0 || unclear) return toCaseOrOffer({ texto, ...files });
  return routeIntent(understood, texto, facts) ?? toCaseOrOffer({ texto, ...files });
}

/** What needs no understanding: a number, a yes or a no to nothing, «mis casos». */
function routeShort(heard: Heard, facts: Facts): Leave | undefined {
  const { texto, anexos, noRecibidos } = heard;
  if (saysNothing(heard)) {
    return isNumber(texto)
      ? toAnswerOrMenu({ texto, anexos, noRecibidos })
      : toMenu(say(facts, 'no_entendi'));
  }
  if (asksForMine(heard, facts)) return { kind: 'switch', dialog: 'consultar', seed: { texto } };
  return saysYes(texto, facts.texts) || foldText(texto) === 'no' ? toMenu() : undefined;
}

function routeIntent({ intencion, tramites }: Understanding, texto: string, facts: Facts): Leave | undefined {
  switch (intencion) {
    case 'consultar_radicado':
      return { kind: 'switch', dialog: 'consultar', seed: { texto } };
    case 'info_tramite':
      if (!speaksOf(texto, tramites, facts)) return undefined;
      return { kind: 'switch', dialog: 'tramite', seed: { texto, tramites } };
    case 'persona':
    case 'horario_contacto':
      return { kind: 'switch', dialog: 'persona', seed: { texto } };
    case 'ayuda':
      return { kind: 'switch', dialog: 'ayuda' };
    case 'privacidad':
      return toMenu(privacy(facts));
    case 'saludo':
      return toMenu();
    case 'despedida_gracias':
      return toMenu(say(facts, 'despedida'));
    default:
      return undefined;
  }
}

/** The privacy notice with the page that tells it whole. */
export const privacy = (facts: Facts) => ({
  ...say(facts, 'privacidad', { entidad: facts.content.entidad.nombre }),
  enlaces: [{ titulo: facts.texts('dialogo.enlace.privacidad'), url: '/privacidad' }],
});
