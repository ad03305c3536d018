import { z } from 'zod';
import type { Tramite } from '../../../content/schemas/tramite';
import { countWords } from '../count-words';
import type { Facts, Move, Say } from '../dialog';

export const schema = z.strictObject({
  /** What the person wrote to get here; it can still become a petition. */
  texto: z.string().optional(),
  encontrados: z.array(z.string()),
  tramite: z.string().optional(),
});

export type Data = z.infer<typeof schema>;

export const goTo = (step: string, data: Data, before?: Say): Move<Data> => ({
  kind: 'goto',
  step,
  data,
  say: before,
});

export const byId = ({ content }: Facts, id: string | undefined): Tramite | undefined =>
  content.tramites.find((one) => one.id === id);

/** To its card, or to ask again when it is no more. */
export function showCard(data: Data, id: string, facts: Facts): Move<Data> {
  const shown = byId(facts, id);
  return shown ? goTo('ficha', { ...data, tramite: shown.id }) : goTo('buscar', data);
}

/** A text with this many words says more than the name of a trámite. */
const STORY_WORDS = 5;

/** Whether the person told something, and did not only name a trámite. */
export const isStory = ({ texto }: Data): boolean => texto !== undefined && countWords(texto) >= STORY_WORDS;
