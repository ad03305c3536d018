import { unlessCut } from './byte-reader';

const SEGMENT = 0x18538067;
const CLUSTER = 0x1f43b675;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
/** Of the segment and of its parts: tags, attached files, chapters, room left; title, date, name of the file, of a track. */
const METADATA: ReadonlySet<number> = new Set([
  0x1254c367, 0x1941a469, 0x1043a770, 0xec, 0x7ba9, 0x4461, 0x7384, 0x73a4, 0x3c83ab, 0x3eb923, 0x536e,
]);
/** Programs that wrote it: they must be there, so they stay as spaces. */
const PROGRAMS: ReadonlySet<number> = new Set([0x4d80, 0x5741]);
const HOLDERS: ReadonlySet<number> = new Set([SEGMENT, INFO, TRACKS, TRACK]);
const VOID = 0xec;

interface Element {
  readonly id: number;
  readonly at: number;
  readonly body: number;
  readonly end: number;
}

/** A number whose first bits tell its length; `kept` keeps those bits, as in ids. */
function numberAt(
  bytes: Uint8Array,
  at: number,
  kept: boolean,
): { value: number; length: number; unknown: boolean } {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > bytes.length) throw new RangeError('no number here');
  let value = kept ? first : first & (0xff >> length);
  for (let i = 1; i < length; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, length, unknown: value === 2 ** (7 * length) - 1 };
}

function elementAt(bytes: Uint8Array, at: number, limit: number): Element {
  const id = numberAt(bytes, at, true);
  const size = numberAt(bytes, at + id.length, false);
  const body = at + id.length + size.length;
  // A recording that was streamed does not know how long it is: it goes on to the end.
  const end = size.unknown ? limit : body + size.value;
  if (end > limit) throw new RangeError('an element past the end of what holds it');
  return { id: id.value, at, body, end };
}

/** Turns an element into room of the same size, so that nothing moves. */
function blank(copy: Buffer, { at, end }: Element): void {
  const size = end - at;
  copy.fill(0, at, end);
  copy[at] = VOID;
  if (size < 10) copy[at + 1] = 0x80 | (size - 2);
  else {
    copy[at + 1] = 0x01;
    copy.writeUIntBE(size - 9, at + 3, 6);
  }
}

function clean(copy: Buffer, from: number, to: number): void {
  for (let at = from; at < to;) {
    const element = elementAt(copy, at, to);
    if (METADATA.has(element.id)) blank(copy, element);
    else if (PROGRAMS.has(element.id)) copy.fill(0x20, element.body, element.end);
    else if (HOLDERS.has(element.id)) clean(copy, element.body, element.end);
    else if (element.id === CLUSTER && element.end === to) return checkRest(copy, element);
    at = element.end;
  }
}

const TAGS = Buffer.from([0x12, 0x54, 0xc3, 0x67]);

/** A cluster that goes on to the end holds picture, sound and the clusters after it; with tags among them it is not so. */
function checkRest(copy: Buffer, { body }: Element): void {
  if (copy.includes(TAGS, body)) throw new RangeError('tags inside what is played');
}

/** A WebM without tags, attached files, dates nor names; undefined when it is not written as one. */
export const webmVista = (bytes: Uint8Array): Uint8Array | undefined =>
  unlessCut(() => {
    const copy = Buffer.from(bytes);
    clean(copy, 0, copy.length);
    return copy;
  });
