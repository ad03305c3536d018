import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A child process that tells what it does, one JSON object a line. */
export interface StoreChild<T> {
  readonly process: ChildProcess;
  /** Every line told so far. */
  readonly lines: T[];
  /** Settles with the first line told, from now or before, that the test is for; rejects when the child ends without it. */
  told(test: (line: T) => boolean): Promise<T>;
  tell(text: string): void;
  /** kill -9, and wait until it is gone. */
  kill(): Promise<void>;
  readonly ended: Promise<void>;
}

/**
 * Starts a bundled program; `watch` sees each line as it comes. `through`: a command that prepares something and becomes
 * the program that follows it.
 */
export function startChild<T>(
  program: string,
  args: readonly string[],
  watch: (line: T) => void = () => {},
  through: readonly string[] = [],
): StoreChild<T> {
  const [command = '', ...rest] = [...through, process.execPath, program, ...args];
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: T[] = [];
  const waiting: { test: (line: T) => boolean; done: (line: T) => void; failed: (cause: Error) => void }[] =
    [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (text) => {
    const line = parsed<T>(text);
    if (line === undefined) return;
    lines.push(line);
    watch(line);
    for (const one of waiting.filter(({ test }) => test(line))) one.done(line);
  });
  // The reader's end, not the process's: what it told before its death is still in the pipe.
  const ended = new Promise<void>((resolve) => reader.once('close', resolve)).then(() => {
    for (const { failed } of waiting) failed(new Error('the child ended'));
  });
  child.stdin.on('error', () => {});
  return {
    process: child,
    lines,
    ended,
    told: (test) =>
      new Promise((done, failed) => {
        const had = lines.find(test);
        if (had === undefined) waiting.push({ test, done, failed });
        else done(had);
      }),
    tell: (text) => void child.stdin.write(`${text}\n`),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The last line of a killed child may be cut in the middle. */
function parsed<T>(text: string): T | undefined {
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
