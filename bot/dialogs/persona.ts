import { z } from 'zod';
import { countWords } from './count-words';
import type { Dialog } from './dialog';
import { contactCard } from './contact-card';
import { toMenu, toRadicar } from './leave';
import { routeInput } from './route-input';
import { options, paragraphs } from './say';

const schema = z.strictObject({ texto: z.string().optional() });

type Data = z.infer<typeof schema>;

/** A longer text says more than «quiero hablar con una persona», and goes into the message it leaves. */
const SHORT = 8;

/** How to reach a person, and the offer to leave the message as a petition. */
export const persona: Dialog<Data> = {
  name: 'persona',
  version: 1,
  schema,
  first: 'medios',
  resumeAt: 'medios',
  start: (_key, seed) => {
    const parsed = schema.safeParse(seed);
    const texto = parsed.success ? parsed.data.texto : undefined;
    return { texto: texto !== undefined && countWords(texto) > SHORT ? texto : undefined };
  },
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
      answer: ({ texto }, input, facts) => {
        if (input.opcion === 'dejar_mensaje') return toRadicar({ texto, anexos: input.anexos });
        if (input.opcion === 'menu') return toMenu();
        return routeInput(input, facts);
      },
    },
  },
};
