import { z } from 'zod';
import { foldText } from '../../../api/base/kernel/plain-text';
import type { Tramite } from '../../../content/schemas/tramite';
import { confusedWith } from '../../../content/confused-tramites';
import { tramiteCard } from '../../../content/tramite-card';
import { traitsOf } from '../../channels/traits';
import { CONFIANZA_MINIMA } from '../../nlu/understand';
import { countWords } from '../count-words';
import type { Dialog, Facts, Input, Move, Say, Step } from '../dialog';
import { toMenu, toRadicar } from '../leave';
import { saysYes } from '../named-words';
import { quoted } from '../quoted';
import { routeInput } from '../route-input';
import { options, paragraphs, say } from '../say';
import { findTramites } from './find-tramites';
import { cutLines, fitParagraphs } from './fit-text';

const schema = z.strictObject({
  /** What the person wrote to get here; it can still become a petition. */
  texto: z.string().optional(),
  encontrados: z.array(z.string()),
  tramite: z.string().optional(),
});

type Data = z.infer<typeof schema>;

/** One place of the ten is for looking for another. */
const MAX_FOUND = 9;
/** Characters of a title: buttons, which are three at most, have less room than a list (WhatsApp Cloud API). */
const BUTTON_TITLE = 20;
const LIST_TITLE = 24;
const MAX_BUTTONS = 3;
/**
 * Room for a card in the 1,024 characters of a message with options; where all of a turn is one message, beside what
 * receives the person too. The page of the trámite has it whole.
 */
const MAX_CARD = { alone: 900, joined: 450 } as const;
/** A text with this many words says more than the name of a trámite. */
const STORY_WORDS = 5;

const goTo = (step: string, data: Data, before?: Say): Move<Data> => ({
  kind: 'goto',
  step,
  data,
  say: before,
});

const byId = ({ content }: Facts, id: string | undefined): Tramite | undefined =>
  content.tramites.find((one) => one.id === id);

/** To the only one found, to the list of several, or to ask again when there is none. */
function showFound(data: Data, facts: Facts): Move<Data> {
  const [only, ...others] = data.encontrados;
  if (only === undefined) return goTo('buscar', data);
  return others.length > 0 ? goTo('lista', data) : showCard(data, only, facts);
}

function showCard(data: Data, id: string, facts: Facts): Move<Data> {
  const shown = byId(facts, id);
  return shown ? goTo('ficha', { ...data, tramite: shown.id }) : goTo('buscar', data);
}

const buscar: Step<Data> = {
  ask: ({ texto }, facts) => ({
    ...say(facts, 'tramite.buscar'),
    opciones: options(facts, 'todos', ...(texto === undefined ? [] : ['preguntar']), 'menu'),
  }),
  answer: (data, input, facts) => {
    if (input.opcion === 'todos') return goTo('buscar', data, everyTramite(facts));
    if (input.opcion === 'preguntar') return toRadicar({ texto: data.texto, tipo: 'INFORMACION' });
    return input.opcion === 'menu' ? toMenu() : search('buscar', data, input, facts);
  },
};

function search(step: string, data: Data, input: Input, facts: Facts): Move<Data> {
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
const withStory = ({ texto = '' }: Data, input: Input): Input =>
  countWords(texto) >= STORY_WORDS
    ? { ...input, texto: [texto, input.texto].filter(Boolean).join('\n') }
    : input;

/** With fewer words than this the trámites that share them are listed: one alone would be a guess. */
const FEW_WORDS = 3;

/** The trámites that a text is about: what the understanding of Spanish says of a sentence, the shared words if not. */
function found(texto: string, understood: readonly string[], facts: Facts): string[] {
  const named = understood.filter((id) => byId(facts, id));
  const sharing = findTramites(facts, texto);
  const [best, other] = countWords(texto) < FEW_WORDS ? [sharing, named] : [named, sharing];
  return (best.length > 0 ? best : other).slice(0, MAX_FOUND);
}

const everyTramite = (facts: Facts): Say => ({
  texto: paragraphs(
    facts.texts('dialogo.tramite.todos'),
    cutLines(
      facts.content.tramites.map(({ nombre }) => nombre),
      700,
    ),
  ),
  enlaces: [{ titulo: facts.texts('dialogo.enlace.tramites'), url: '/tramites' }],
});

const lista: Step<Data> = {
  ask: ({ encontrados }, facts) => {
    const all = encontrados.flatMap((id) => byId(facts, id) ?? []);
    const names = all.map(({ nombre }, index) => `${index + 1}. ${nombre}`).join('\n');
    const max = all.length < MAX_BUTTONS ? BUTTON_TITLE : LIST_TITLE;
    return {
      texto: paragraphs(facts.texts('dialogo.tramite.lista'), names, ...differences(all)),
      opciones: [
        ...all.map(({ id, nombre }) => ({ id: `tramite:${id}`, titulo: clip(nombre, max) })),
        ...options(facts, 'otro_tramite'),
      ],
    };
  },
  answer: (data, input, facts) => {
    if (input.opcion === 'otro_tramite') return goTo('buscar', { ...data, encontrados: [] });
    if (input.opcion?.startsWith('tramite:'))
      return showCard(data, input.opcion.slice('tramite:'.length), facts);
    return search('lista', data, input, facts);
  },
};

/** How those shown differ, in a line each: three at most. */
const differences = (shown: readonly Tramite[]): readonly string[] =>
  [...new Set(shown.flatMap((one) => confusedWith(one, shown).map(({ diferencia }) => diferencia)))].slice(
    0,
    3,
  );

// Within a word if need be: «Certificado de» alone would not tell one from another.
const clip = (nombre: string, max: number): string =>
  nombre.length <= max ? nombre : `${nombre.slice(0, max - 1).trimEnd()}…`;

/** What may be told of a trámite, and a way to ask in writing for the rest. */
const ficha: Step<Data> = {
  ask: ({ tramite: id, texto }, facts) => {
    const shown = byId(facts, id);
    if (!shown) return { ...say(facts, 'tramite.buscar'), opciones: options(facts, 'menu') };
    const card = tramiteCard(shown, facts.content);
    const isStory = texto !== undefined && countWords(texto) >= STORY_WORDS;
    return {
      texto: fitParagraphs(
        [card.titulo, ...card.parrafos],
        MAX_CARD[traitsOf(facts.canal).paid ? 'joined' : 'alone'],
      ),
      opciones: options(
        facts,
        'pedir_informacion',
        ...(isStory ? ['radicar_texto'] : []),
        'otro_tramite',
        'menu',
      ),
      enlaces: [{ titulo: facts.texts('dialogo.enlace.tramite'), url: `/tramites/${shown.id}` }],
    };
  },
  answer: (data, input, facts) => {
    const shown = byId(facts, data.tramite);
    if (input.opcion === 'menu') return toMenu();
    if (input.opcion === 'otro_tramite') return goTo('buscar', { encontrados: [] });
    if (!shown) return search('ficha', data, input, facts);
    if (input.opcion === 'radicar_texto') return toRadicar({ texto: data.texto, tramite: shown.id });
    // «Si quiere, le ayudo a pedir esta información»: «sí».
    if (input.opcion === 'pedir_informacion' || saysYes(input.texto, facts.texts)) {
      const { asunto } = tramiteCard(shown, facts.content).pedir;
      return toRadicar({ texto: asunto, tipo: 'INFORMACION', tramite: shown.id });
    }
    return search('ficha', data, input, facts);
  },
};

const seedSchema = z.object({ texto: z.string().optional(), tramites: z.array(z.string()).default([]) });

/** Information of a trámite: only confirmed facts, and the rest asked for in writing. */
export const tramite: Dialog<Data> = {
  name: 'tramite',
  version: 1,
  schema,
  first: 'inicio',
  resumeAt: 'buscar',
  start: (_key, seed, facts) => {
    const parsed = seedSchema.safeParse(seed ?? {});
    if (!parsed.success || parsed.data.texto === undefined) return { encontrados: [] };
    const { texto, tramites } = parsed.data;
    return { texto, encontrados: found(texto, tramites, facts) };
  },
  steps: { inicio: { answer: (data, _input, facts) => showFound(data, facts) }, buscar, lista, ficha },
};
