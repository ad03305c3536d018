import type { Borrador } from '../../ventanilla/atencion';
import type { Texts } from '../../../content/texts';
import type { Contexto, Pregunta } from './pregunta';
import type { Prompts } from './prompts';

interface Deps {
  readonly prompts: Prompts;
  readonly say: (line: string) => void;
  readonly texts: Texts;
  readonly contexto: () => Contexto;
}

/** Asks every question that applies; what is already answered is not asked. Undefined when the input ended before. */
export async function interview(
  preguntas: readonly Pregunta[],
  begun: Borrador,
  deps: Deps,
): Promise<Borrador | undefined> {
  let borrador = begun;
  for (const pregunta of preguntas) {
    if (pregunta.when && !pregunta.when(borrador)) continue;
    const next = await untilItServes(pregunta, borrador, deps);
    if (!next) return undefined;
    borrador = next;
  }
  return borrador;
}

async function untilItServes(
  pregunta: Pregunta,
  borrador: Borrador,
  deps: Deps,
): Promise<Borrador | undefined> {
  const { prompts, say, texts, contexto } = deps;
  const facts = contexto();
  const porDefecto = pregunta.porDefecto?.(borrador, facts);
  const words = texts(`ventanilla.pregunta.${pregunta.clave}`);
  const question = porDefecto === undefined ? `${words} ` : `${words} [${porDefecto}] `;
  // Each turn waits for a line of a person, and the end of the input ends it.
  for (;;) {
    const typed = await (pregunta.lines ? askLines(prompts, question) : prompts.ask(question));
    if (typed === undefined) return undefined;
    const answer = typed.trim() === '' ? porDefecto : typed;
    if (answer === undefined && !pregunta.needed) return borrador;
    const taken = answer === undefined ? undefined : pregunta.take(answer, borrador, facts);
    if (taken?.ok) return taken.value;
    say(texts(`ventanilla.mal.${taken ? taken.failure : 'falta'}`));
  }
}

/** Lines until one with a full stop alone; an empty first one is none. */
async function askLines(prompts: Prompts, question: string): Promise<string | undefined> {
  const lines: string[] = [];
  for (let asked = question; ; asked = '') {
    const line = await prompts.ask(asked);
    if (line === undefined) return undefined;
    if (line.trim() === '.' || (lines.length === 0 && line.trim() === '')) return lines.join('\n');
    lines.push(line);
  }
}
