import { foldText } from '../../api/base/kernel/plain-text';
import { CONFIANZA_MINIMA, type Understanding } from '../nlu/understand';
import { countWords } from './count-words';
import type { Facts, Input } from './dialog';
import { type Leave, toCaseOrOffer, toMenu, toOffer, toRadicar } from './leave';
import { say } from './say';

/** What was heard, with no question behind it. */
type Heard = Pick<Input, 'texto' | 'anexos' | 'noRecibidos'>;

/** A number or a sign alone, as the answer to a question that was not asked. */
export const saysNothing = ({ texto, anexos }: Heard): boolean =>
  anexos.length === 0 && !/\p{L}{2}/u.test(texto) && countWords(texto) <= 1;

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
  if (saysNothing({ texto, anexos })) return toMenu(say(facts, 'no_entendi'));
  if (anexos.length === 0 && asksForMine(texto, facts))
    return { kind: 'switch', dialog: 'consultar', seed: { texto } };
  const understood = facts.understand(texto);
  const { intencion, confianza, emergencia } = understood;
  const isLong = countWords(texto) > SHORT;
  if (intencion === 'radicar' && confianza >= CONFIANZA_MINIMA) {
    // «Quiero poner una queja» says nothing yet of what it is about.
    const isOnlyWish = understood.tipo === undefined && !isLong;
    return toRadicar({ texto: isOnlyWish ? undefined : texto, ...files });
  }
  const unclear = confianza < CONFIANZA_MINIMA || (isLong && FORGETFUL.has(intencion));
  if (emergencia) return toOffer({ texto, ...files });
  if (anexos.length > 0 || unclear) return toCaseOrOffer({ texto, ...files });
  return routeIntent(understood, texto, facts) ?? toCaseOrOffer({ texto, ...files });
}

/** More words than these around «mis casos» tell something else. */
const AROUND_MINE = 6;

/** «Mis casos», or a few words with it, said anywhere. */
export const asksForMine = (texto: string, facts: Facts): boolean =>
  countWords(texto) <= AROUND_MINE &&
  ` ${foldText(texto)} `.includes(` ${foldText(facts.texts('dialogo.opcion.mis_casos'))} `);

function routeIntent({ intencion, tramites }: Understanding, texto: string, facts: Facts): Leave | undefined {
  switch (intencion) {
    case 'consultar_radicado':
      return { kind: 'switch', dialog: 'consultar', seed: { texto } };
    case 'info_tramite':
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
