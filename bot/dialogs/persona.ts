import { z } from 'zod';
import { anexoSchema, noRecibidoSchema } from '../inbox/anexo-schema';
import { countWords } from './count-words';
import type { Dialog, Facts, Input, Say } from './dialog';
import { contactCard } from './contact-card';
import { toMenu, toRadicar } from './leave';
import { quoted } from './quoted';
import { isNumber, routeInput, saysNothing } from './route-input';
import { options, paragraphs, say } from './say';

const schema = z.strictObject({
  texto: z.string().optional(),
  anexos: z.array(anexoSchema).optional(),
  noRecibidos: z.array(noRecibidoSchema).optional(),
});

type Data = z.infer<typeof schema>;

/** A longer text says more than «quiero hablar con una persona». */
const SHORT = 8;

const ASKS_FOR_ONE = new Set(['persona', 'horario_contacto']);

/** Whether a text only asks for a person; the rest goes into the message that is left for one. */
const onlyAsks = (texto: string, { understand }: Facts): boolean =>
  countWords(texto) <= SHORT && ASKS_FOR_ONE.has(understand(texto).intencion);

const unsaved = ({ texto, anexos = [] }: Data, { texts }: Pick<Facts, 'texts'>): string | undefined =>
  texto ?? (anexos.length > 0 ? texts('dialogo.radicar.solo_archivos') : undefined);

function notKept(held: Data, facts: Facts): Say | undefined {
  const texto = unsaved(held, facts);
  return texto === undefined
    ? undefined
    : { texto: facts.texts('motor.sin_guardar', { texto: quoted(facts, texto, 150) }) };
}

/** More words of whoever told something and was shown how to reach a person. */
const withHeld = ({ texto, anexos = [], noRecibidos = [] }: Data, input: Input) => ({
  texto: [texto, input.texto].filter(Boolean).join('\n'),
  anexos: [...anexos, ...input.anexos],
  noRecibidos: [...noRecibidos, ...(input.noRecibidos ?? [])],
});

/** How to reach a person, and the offer to leave the message as a petition. */
export const persona: Dialog<Data> = {
  name: 'persona',
  version: 1,
  schema,
  first: 'medios',
  resumeAt: 'medios',
  start: (_key, seed, facts) => {
    const { data = {} } = schema.safeParse(seed ?? {});
    return onlyAsks(data.texto ?? '', facts) ? { ...data, texto: undefined } : data;
  },
  unsaved,
  steps: {
    medios: {
      ask: (_data, facts) => ({
        texto: paragraphs(
          facts.texts('dialogo.persona.intro'),
          contactCard(facts),
          facts.texts('dialogo.persona.mensaje'),
        ),
        opciones: options(facts, 'dejar_mensaje', 'menu'),
      }),
      answer: (held, input, facts) => {
        const { texto, anexos = [], noRecibidos } = held;
        if (input.opcion === 'dejar_mensaje') {
          return toRadicar({ texto, anexos: [...anexos, ...input.anexos], noRecibidos });
        }
        if (input.opcion === 'menu') return toMenu(notKept(held, facts));
        const isSign = saysNothing(input) && !isNumber(input.texto);
        // A sign alone is no answer, and what was told before is not lost by it.
        if (isSign && unsaved(held, facts) !== undefined) {
          return { kind: 'again', data: held, say: say(facts, 'no_entendi') };
        }
        return routeInput(withHeld(held, input), facts);
      },
    },
  },
};
