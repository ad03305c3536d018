import { z } from 'zod';
import { CONFIANZA_MINIMA } from '../nlu/understand';
import { isSoloVoz } from '../../api/base/kernel/voz';
import { anexoSchema, noRecibidoSchema } from '../inbox/anexo-schema';
import type { Dialog, Facts, Input, Move, Say } from './dialog';
import { toMenu, toRadicar } from './leave';
import { quoted } from './quoted';
import { isNumber, privacy, routeInput, saysNothing } from './route-input';
import { options, paragraphs, say } from './say';

const pendiente = z.strictObject({
  texto: z.string(),
  anexos: z.array(anexoSchema),
  noRecibidos: z.array(noRecibidoSchema).optional(),
});

const schema = z.strictObject({
  /** What the person wrote and is not yet anywhere else: it waits for a yes or a no. */
  pendiente: pendiente.optional(),
});

type Data = z.infer<typeof schema>;

const seedSchema = z.object({ pendiente: pendiente.optional() });

/** Receives a person, shows the menu and understands any text; what it does not understand it offers to file. */
export const bienvenida: Dialog<Data> = {
  name: 'bienvenida',
  version: 1,
  schema,
  first: 'escuchar',
  resumeAt: 'escuchar',
  start: (_key, seed) => {
    const parsed = seedSchema.safeParse(seed);
    return { pendiente: parsed.success ? parsed.data.pendiente : undefined };
  },
  unsaved: ({ pendiente: held }, facts) =>
    held && (held.texto || facts.texts('dialogo.radicar.solo_archivos')),
  steps: {
    escuchar: {
      freeText: true,
      ask: ({ pendiente: held }, facts) => (held ? offer(held, facts) : menu(facts)),
      answer: ({ pendiente: held }, input, facts) =>
        held ? answerOffer(held, input, facts) : answerMenu(input, facts),
    },
  },
};

type Pendiente = z.infer<typeof pendiente>;

const MENU = ['radicar', 'consultar', 'tramite', 'persona'] as const;

function menu(facts: Facts): Say {
  const { texts, content, prueba, avisado } = facts;
  const footer = texts('dialogo.pie');
  const opciones = options(facts, ...MENU);
  const version = texts('dialogo.bienvenida.aviso_version');
  if (avisado === version) {
    return { texto: '', pregunta: paragraphs(texts('dialogo.bienvenida.menu'), footer), opciones };
  }
  const { texto, enlaces } = privacy(facts);
  const pregunta = [texts('dialogo.bienvenida.pregunta'), footer].join(' ');
  // Whoever was received before is told only what changed.
  if (avisado !== undefined) return { texto, pregunta, opciones, enlaces, aviso: version };
  const parts = [
    texts('dialogo.bienvenida.presentacion', { entidad: content.entidad.nombre }),
    prueba ? texts('dialogo.prueba') : undefined,
    texto,
  ];
  return { texto: paragraphs(...parts), pregunta, opciones, enlaces, aviso: version };
}

function answerMenu(input: Input, facts: Facts): Move<Data> {
  switch (input.opcion) {
    case 'radicar':
      return toRadicar({ anexos: input.anexos, noRecibidos: input.noRecibidos });
    case 'consultar':
    case 'tramite':
    case 'persona':
      return { kind: 'switch', dialog: input.opcion };
    default:
      return saysNothing(input) && !isNumber(input.texto)
        ? { kind: 'again', data: {}, say: say(facts, 'no_entendi') }
        : routeInput(input, facts);
  }
}

function offer({ texto, anexos }: Pendiente, facts: Facts): Say {
  const question = facts.understand(texto).emergencia ? 'pregunta_emergencia' : 'pregunta';
  return {
    texto: paragraphs(whatCame({ texto, anexos }, facts), facts.texts(`dialogo.ofrecer.${question}`)),
    // Files ask for no information: they would be lost on the way to it.
    opciones: options(
      facts,
      'si_radicar',
      ...(anexos.length > 0 ? [] : ['tramite']),
      'persona',
      'no_radicar',
    ),
  };
}

function whatCame({ texto, anexos }: Pendiente, facts: Facts): string {
  const { texts } = facts;
  if (texto !== '') return texts('dialogo.ofrecer.texto', { texto: quoted(facts, texto, 200) });
  if (isSoloVoz({ texto, anexos })) return texts('dialogo.voz.recibida');
  return texts('dialogo.ofrecer.archivos', { cuantos: anexos.length });
}

function answerOffer(held: Pendiente, input: Input, facts: Facts): Move<Data> {
  const all = {
    texto: [held.texto, input.texto].filter(Boolean).join('\n'),
    anexos: [...held.anexos, ...input.anexos],
    noRecibidos: [...(held.noRecibidos ?? []), ...(input.noRecibidos ?? [])],
  };
  switch (input.opcion) {
    case 'si_radicar':
      return toRadicar({ ...all, texto: held.texto });
    case 'tramite':
      return { kind: 'switch', dialog: 'tramite', seed: { texto: held.texto } };
    case 'persona':
      return { kind: 'switch', dialog: 'persona', seed: held };
    case 'no_radicar':
      return toMenu(say(facts, 'ofrecer.no'));
    default:
      return hearMore(all, input, facts);
  }
}

// More words may make the whole clear; whatever they are, the first ones are kept with them.
function hearMore(all: Pendiente, input: Input, facts: Facts): Move<Data> {
  const { intencion, confianza } = facts.understand(input.texto);
  if (intencion === 'radicar' && confianza >= CONFIANZA_MINIMA) return toRadicar(all);
  return { kind: 'again', data: { pendiente: all }, say: say(facts, 'ofrecer.mas') };
}
