import type { Tramite } from '../../../content/schemas/tramite';
import { tramiteCard } from '../../../content/tramite-card';
import { traitsOf } from '../../channels/traits';
import type { Facts, Input, Move, Step } from '../dialog';
import { toMenu, toRadicar } from '../leave';
import { saysYes } from '../named-words';
import { options, say } from '../say';
import { afterFile, asksFile, fileGone, fileOptions, fileSay } from './archivos';
import { fitParagraphs } from './fit-text';
import { search } from './search';
import { byId, type Data, goTo, isStory } from './tramite-run';

/**
 * Room for a card in the 1,024 characters of a message with options; where all of a turn is one message, beside what
 * receives the person too. The page of the trámite has it whole.
 */
const MAX_CARD = { alone: 900, joined: 450 } as const;

/** What may be told of a trámite, and a way to ask in writing for the rest. */
export const ficha: Step<Data> = {
  stands: (data) => data.tramite !== undefined,
  ask: (data, facts) => {
    const shown = byId(facts, data.tramite);
    if (!shown) return { ...say(facts, 'tramite.buscar'), opciones: options(facts, 'menu') };
    const card = tramiteCard(shown, facts.content);
    return {
      texto: fitParagraphs(
        [card.titulo, ...card.parrafos],
        MAX_CARD[traitsOf(facts.canal).paid ? 'joined' : 'alone'],
      ),
      opciones: [
        ...fileOptions(shown),
        ...options(
          facts,
          'pedir_informacion',
          ...(isStory(data) ? ['radicar_texto'] : []),
          'otro_tramite',
          'menu',
        ),
      ],
      enlaces: [{ titulo: facts.texts('dialogo.enlace.tramite'), url: `/tramites/${shown.id}` }],
    };
  },
  answer: answerCard,
};

/** What the person wants of a trámite whose card, or a file of which, they were given. */
function answerCard(data: Data, input: Input, facts: Facts): Move<Data> {
  const shown = byId(facts, data.tramite);
  if (input.opcion === 'menu') return toMenu();
  if (input.opcion === 'otro_tramite') return goTo('buscar', { encontrados: [] });
  if (!shown) return search('ficha', data, input, facts);
  const file = asksFile(shown, input);
  if (file !== undefined) return giveFile(data, shown, file, facts);
  if (input.opcion === 'radicar_texto') return toRadicar({ texto: data.texto, tramite: shown.id });
  // «Si quiere, le ayudo a pedir esta información»: «sí».
  if (input.opcion === 'pedir_informacion' || saysYes(input.texto, facts.texts)) {
    const { asunto } = tramiteCard(shown, facts.content).pedir;
    return toRadicar({ texto: asunto, tipo: 'INFORMACION', tramite: shown.id });
  }
  return search('ficha', data, input, facts);
}

function giveFile(data: Data, shown: Tramite, nombre: string, facts: Facts): Move<Data> {
  const given = fileSay(shown, nombre, facts);
  return given ? goTo('archivo', data, given) : goTo('ficha', data, fileGone(facts));
}

/** A file was given: it is not given again with each question. */
export const archivo: Step<Data> = {
  stands: (data) => data.tramite !== undefined,
  ask: (_data, facts) => afterFile(facts),
  answer: (data, input, facts) =>
    input.opcion === 'ficha' || saysYes(input.texto, facts.texts)
      ? goTo('ficha', data)
      : answerCard(data, input, facts),
};
