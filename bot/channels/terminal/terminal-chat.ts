import type { Clock } from '../../../api/base/kernel/clock';
import type { Failure } from '../../../api/base/kernel/failures';
import { foldText } from '../../../api/base/kernel/plain-text';
import type { Texts } from '../../../content/texts';
import type { Chat } from '../channel';
import { plainReply } from '../plain-reply';
import { createTerminalTurns } from './terminal-turns';

export interface TerminalChatDeps {
  readonly chat: Chat;
  readonly clock: Clock;
  readonly texts: () => Texts;
  /** What the person types, line by line. */
  readonly input: AsyncIterable<string>;
  /** Prints one or more whole lines. */
  readonly print: (lines: string) => void;
}

const failureText = (texts: Texts, { code, detail }: Failure): string => texts(`falla.${code}`, detail);

/** Talks with whoever is at the terminal until they say SALIR or the input ends. */
export async function runTerminalChat({ chat, clock, texts, input, print }: TerminalChatDeps): Promise<void> {
  const say = createTerminalTurns(chat, clock);
  print(texts()('terminal.inicio'));
  for await (const line of input) {
    if (foldText(line) === foldText(texts()('terminal.palabra_salir'))) break;
    const answered = await say(line);
    if (!answered.ok) print(failureText(texts(), answered.failure));
    else for (const reply of answered.value) print(`\n${plainReply(reply, true)}`);
    print('');
  }
  print(texts()('terminal.fin'));
}

export interface GuionDeps extends Omit<TerminalChatDeps, 'input'> {
  /** One citizen message a line; empty lines are skipped. */
  readonly guion: string;
  /** What was filed, at the end. */
  readonly radicados: () => readonly string[];
}

/** Plays a script in a new conversation and prints one JSON object a line: both sides, and at the end what was filed. */
export async function runGuion({ chat, clock, texts, print, guion, radicados }: GuionDeps): Promise<void> {
  const say = createTerminalTurns(chat, clock);
  const printLine = (de: 'ciudadano' | 'bot', texto: string, opciones: readonly string[] = []): void =>
    print(JSON.stringify({ de, texto, opciones }));
  for (const texto of guion.replace(/^\ufeff/, '').split(/\r?\n/)) {
    if (texto.trim() === '') continue;
    printLine('ciudadano', texto);
    const answered = await say(texto);
    if (!answered.ok) printLine('bot', failureText(texts(), answered.failure));
    else {
      for (const reply of answered.value) {
        printLine(
          'bot',
          plainReply(reply, false),
          reply.opciones.map(({ titulo }) => titulo),
        );
      }
    }
  }
  print(JSON.stringify({ radicados: radicados() }));
}
