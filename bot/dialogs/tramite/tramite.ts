import { z } from 'zod';
import type { Tramite } from '../../../content/schemas/tramite';
import { confusedWith } from '../../../content/confused-tramites';
import type { Dialog, Facts, Say, Step } from '../dialog';
import { toMenu, toRadicar } from '../leave';
import { options, paragraphs, say } from '../say';
import { archivo, ficha } from './ficha-steps';
import { cutLines } from './fit-text';
import { found, search, showFound } from './search';
import { byId, type Data, goTo, schema, showCard } from './tramite-run';

/** Characters of a title: buttons, which are three at most, have less room than a list (WhatsApp Cloud API). */
const BUTTON_TITLE = 20;
const LIST_TITLE = 24;
const MAX_BUTTONS = 3;

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
  stands: ({ encontrados }) => encontrados.length > 0,
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
  steps: {
    inicio: { answer: (data, _input, facts) => showFound(data, facts) },
    buscar,
    lista,
    ficha,
    archivo,
  },
};
