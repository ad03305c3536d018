/** One system call of a trace made with `strace -f -y -xx`. */
export interface Call {
  readonly thread: string;
  readonly name: string;
  /** As strace wrote them, strings in hex. */
  args: string;
  /** What it returned; undefined when it never did. */
  result?: number;
}

/** A call begins, or returns: what the trace shows, in its order. */
export interface Step {
  readonly call: Call;
  readonly at: 'begin' | 'end';
}

/** A line holds a whole call, its beginning (`… <unfinished ...>`) or its end (`<... name resumed>…`). */
const LINE = /^(\d+) +(<\.\.\. )?(\w+)(?: resumed>|\()(.*?)(?: <unfinished \.\.\.>|\) += (-?\d+).*)$/s;

/** The calls of a trace in order, each once where it begins and once where it returns. */
export function* stepsOf(lines: Iterable<string>): Generator<Step> {
  const open = new Map<string, Call>();
  for (const line of lines) {
    const [whole, thread = '', resumed, name = '', args = '', result] = LINE.exec(line) ?? [];
    if (whole === undefined) continue;
    const call = resumed ? open.get(thread) : { thread, name, args };
    if (!call) continue;
    if (resumed) call.args += args;
    else yield { call, at: 'begin' };
    open.set(thread, call);
    if (result === undefined) continue;
    call.result = Number(result);
    yield { call, at: 'end' };
  }
}

/** The text or bytes of a string in hex (`\x41\x42…`). */
const unhex = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

/** The strings among a call's arguments. */
export const stringsOf = (args: string): Buffer[] =>
  [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => unhex(hex));

/** The descriptor that a call works on and what it stands for: `23</path>`. */
export function descriptorOf(args: string): { fd: number; path: string } {
  const [, fd = '-1', path = ''] = /^(\d+)<((?:\\x[0-9a-f]{2})*)>/.exec(args) ?? [];
  return { fd: Number(fd), path: unhex(path).toString() };
}

/** The number that ends a call's arguments: the place of pwrite64 and pwritev, the size of ftruncate. */
export const lastNumber = (args: string): number => Number(/(\d+)$/.exec(args)?.[1]);
