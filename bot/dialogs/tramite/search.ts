import { foldText } from '../../../api/base/kernel/plain-text';
import { CONFIANZA_MINIMA } from '../../nlu/understand';
import { countWords } from '../count-words';
import type { Facts, Input, Move } from '../dialog';
import { toMenu } from '../leave';
import { quoted } from '../quoted';
import { routeInput } from '../route-input';
import { say } from '../say';
import { findTramites } from './find-tramites';
import { byId, type Data, goTo, isStory, showCard } from './tramite-run';

/** One place of the ten is for looking for another. */
const MAX_FOUND = 9;

/** To the only one found, to the list of several, or to ask again when there is none. */
export function showFound(data: Data, facts: Facts): Move<Data> {
  const [only, ...others] = data.encontrados;
  if (only === undefined) return goTo('buscar', data);
  return others.length > 0 ? goTo('lista', data) : showCard(data, only, facts);
}

/** What an answer that is no option looks for. */
export function search(step: string, data: Data, input: Input, facts: Facts): Move<Data> {
  const { texto } = input;
  if (foldText(texto) === 'no') return toMenu();
  const { intencion, confianza, tramites, emergencia } = facts.understand(texto);
  const isPetition = intencion === 'radicar' && confianza >= CONFIANZA_MINIMA && tramites.length === 0;
  if (input.anexos.length > 0) return routeInput(withStory(data, input), facts);
  if (isPetition || emergencia) return routeInput(input, facts);
  const encontrados = found(texto, tramites, facts);
  if (encontrados.length > 0) return showFound({ ...data, texto, encontrados }, facts);
  const none = say(facts, 'tramite.ninguno', { texto: quoted(facts, texto, 80) });
  const searched = { texto, encontrados: [] };
  return step === 'buscar' ? { kind: 'again', data: searched, say: none } : goTo('buscar', searched, none);
}

/** Files go with the story that was told before them. */
const withStory = (data: Data, input: Input): Input =>
  isStory(data) ? { ...input, texto: [data.texto, input.texto].filter(Boolean).join('\n') } : input;

/** With fewer words than this the trámites that share them are listed: one alone would be a guess. */
const FEW_WORDS = 3;

/** The trámites that a text is about: what the understanding of Spanish says of a sentence, the shared words if not. */
export function found(texto: string, understood: readonly string[], facts: Facts): string[] {
  const named = understood.filter((id) => byId(facts, id));
  const sharing = findTramites(facts, texto);
  const [best, other] = countWords(texto) < FEW_WORDS ? [sharing, named] : [named, sharing];
  return (best.length > 0 ? best : other).slice(0, MAX_FOUND);
}
