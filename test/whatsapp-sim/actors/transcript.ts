import type { Received, Sent } from '../people';

/** One line of a conversation, as it would be read on a phone. */
export interface Line {
  readonly de: 'ciudadano' | 'bot';
  readonly en: number;
  readonly tipo: string;
  readonly texto: string;
  readonly opciones: readonly string[];
}

export const lineOf =
  (de: Line['de']) =>
  (message: Sent | Received): Line => ({
    de,
    en: message.en,
    tipo: message.type,
    texto: message.text,
    opciones: 'choices' in message ? message.choices.map(({ title }) => title) : [],
  });
