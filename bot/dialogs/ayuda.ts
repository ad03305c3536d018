import { z } from 'zod';
import type { Dialog } from './dialog';
import { toMenu } from './leave';
import { routeInput } from './route-input';
import { options, paragraphs } from './say';

const schema = z.strictObject({});

/** What this chat does and the words that work at any time. */
export const ayuda: Dialog<z.infer<typeof schema>> = {
  name: 'ayuda',
  version: 1,
  schema,
  first: 'ayuda',
  resumeAt: 'ayuda',
  start: () => ({}),
  steps: {
    ayuda: {
      ask: (_data, facts) => ({
        texto: paragraphs(facts.texts('dialogo.ayuda'), facts.texts('dialogo.pie')),
        opciones: options(facts, 'persona', 'menu'),
      }),
      answer: (_data, input, facts) => {
        if (input.opcion === 'persona') return { kind: 'switch', dialog: 'persona' };
        return input.opcion === 'menu' ? toMenu() : routeInput(input, facts);
      },
    },
  },
};
