import { createInterface } from 'node:readline';
import type { Prompts } from './prompts';

interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Asks at a terminal, or reads answers from a pipe, a line each. Lines that come before their question wait for it. */
export function readlinePrompts({ input, output }: Streams): Prompts {
  const reader = createInterface({ input, output: 'isTTY' in input && input.isTTY ? output : undefined });
  const lines: string[] = [];
  const waiting: ((line: string | undefined) => void)[] = [];
  let ended = false;
  reader.on('line', (line) => {
    const next = waiting.shift();
    if (next) next(line);
    else lines.push(line);
  });
  const end = (): void => {
    ended = true;
    for (const next of waiting.splice(0)) next(undefined);
  };
  reader.on('close', end);
  reader.on('SIGINT', () => reader.close());
  return {
    ask(question) {
      output.write(question);
      const line = lines.shift();
      if (line !== undefined || ended) return Promise.resolve(line);
      return new Promise((resolve) => waiting.push(resolve));
    },
    close: () => reader.close(),
  };
}
