import { fourAt, unlessCut, viewOf } from './byte-reader';

/** A part of the file: where it is and where what it holds begins. */
interface Box {
  readonly name: string;
  readonly at: number;
  readonly body: number;
  readonly end: number;
}

function* boxesIn(bytes: Uint8Array, from: number, to: number): Generator<Box> {
  const view = viewOf(bytes);
  for (let at = from; at + 8 <= to;) {
    const short = view.getUint32(at);
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    const body = at + (short === 1 ? 16 : 8);
    if (size < body - at || at + size > to) throw new RangeError('a box past the end of what holds it');
    yield { name: fourAt(bytes, at + 4), at, body, end: at + size };
    at += size;
  }
}

const HOLDERS: ReadonlySet<string> = new Set([
  'moov',
  'trak',
  'mdia',
  'minf',
  'edts',
  'moof',
  'traf',
  'mvex',
]);
/** Tags, places, owners, remarks and room that was left: they become empty room of the same size, so nothing moves. */
const METADATA: ReadonlySet<string> = new Set([
  'udta',
  'meta',
  'uuid',
  'free',
  'skip',
  'wide',
  'pnot',
  'PICT',
  'emsg',
]);
/** They begin with the times at which it was made. */
const DATED: ReadonlySet<string> = new Set(['mvhd', 'tkhd', 'mdhd']);
const PLAYED: ReadonlySet<string> = new Set(['vide', 'soun']);

function blank(copy: Buffer, { at, body, end }: Box): void {
  copy.write('free', at + 4, 'latin1');
  copy.fill(0, body, end);
}

function clean(copy: Buffer, from: number, to: number): void {
  for (const box of boxesIn(copy, from, to)) {
    if (HOLDERS.has(box.name)) clean(copy, box.body, box.end);
    else if (METADATA.has(box.name)) blank(copy, box);
    else if (DATED.has(box.name)) copy.fill(0, box.body + 4, box.body + (copy[box.body] === 1 ? 20 : 12));
    else if (box.name === 'hdlr') cleanHandler(copy, box);
  }
}

/** A track is of picture or of sound; others hold places, texts or what a maker keeps. Its name tells the program. */
function cleanHandler(copy: Buffer, { body, end }: Box): void {
  const kind = fourAt(copy, body + 8);
  const isOfData = fourAt(copy, body + 4) === 'dhlr';
  if (!PLAYED.has(kind) && !isOfData) throw new RangeError('a track that is not played');
  copy.fill(0, body + 24, end);
}

/**
 * An MP4, 3GP, MOV or M4A without tags, places nor dates, its picture and sound untouched; undefined when it is not written
 * as one or has tracks besides.
 */
export const mp4Vista = (bytes: Uint8Array): Uint8Array | undefined =>
  unlessCut(() => {
    const copy = Buffer.from(bytes);
    clean(copy, 0, copy.length);
    return copy;
  });
