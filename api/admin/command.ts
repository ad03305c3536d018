/** Where a command writes. What is asked for goes to `out`; explanations and faults go to `err`. */
export interface Io {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** A command of `npm run admin`: 0 when it did what was asked, 1 when it could not, 2 when it was called wrongly. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;

/** `--acto X --fecha Y` → a map; undefined when something else is among them. */
export function namedOptions(
  args: readonly string[],
  allowed: readonly string[],
): Map<string, string> | undefined {
  const options = new Map<string, string>();
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i]?.startsWith('--') ? args[i]?.slice(2) : undefined;
    const value = args[i + 1];
    if (name === undefined || value === undefined || !allowed.includes(name)) return undefined;
    options.set(name, value);
  }
  return options;
}
