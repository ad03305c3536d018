/** One system call of a trace made with `strace -f -y -xx`. */
export interface Call {
  readonly thread: string;
  readonly name: string;
  /** As strace wrote them, strings in hex. */
  readonly args: string;
  /** What it returned; undefined when it never did. */
  readonly result: number | undefined;
}

/** A call begins, or returns: what the trace shows, in its order. */
export interface Step {
  readonly call: Call;
  readonly at: 'begin' | 'end';
}

const WHOLE = /^(\d+) +(\w+)\((.*)\) += (-?\d+)/s;
const UNFINISHED = /^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$/s;
const RESUMED = /^(\d+) +<\.\.\. (\w+) resumed>(.*)\) += (-?\d+)/s;

interface Open {
  call: { -readonly [key in keyof Call]: Call[key] };
}

/** The calls of a trace in order, each once where it begins and once where it returns. */
export function* stepsOf(lines: Iterable<string>): Generator<Step> {
  const open = new Map<string, Open>();
  for (const line of lines) {
    const whole = WHOLE.exec(line);
    const unfinished = whole ? null : UNFINISHED.exec(line);
    const resumed = whole || unfinished ? null : RESUMED.exec(line);
    if (whole) {
      const [, thread = '', name = '', args = '', result] = whole;
      const call = { thread, name, args, result: Number(result) };
      yield { call, at: 'begin' };
      yield { call, at: 'end' };
    } else if (unfinished) {
      const [, thread = '', name = '', args = ''] = unfinished;
      const call = { thread, name, args, result: undefined };
      open.set(thread, { call });
      yield { call, at: 'begin' };
    } else if (resumed) {
      const [, thread = '', , rest = '', result] = resumed;
      const begun = open.get(thread);
      open.delete(thread);
      if (!begun) continue;
      begun.call.args += rest;
      begun.call.result = Number(result);
      yield { call: begun.call, at: 'end' };
    }
  }
}

/** The text or bytes of a string in hex (`\x41\x42…`). */
export const unhex = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** All bytes that a call wrote. */
export const bytesOf = (args: string): Buffer =>
  Buffer.concat([...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => unhex(hex)));

/** The descriptor that a call works on and what it stands for: `23</path>`. */
export function descriptorOf(args: string): { fd: number; path: string } {
  const [, fd = '-1', path = ''] = /^(\d+)<((?:\\x[0-9a-f]{2})*)>/.exec(args) ?? [];
  return { fd: Number(fd), path: unhex(path).toString() };
}
