import { constants, inflateSync } from 'node:zlib';
import { Refused } from '../outcome';

/** What the tables and the compressed objects of a PDF may measure together, in bytes: they are held in memory. */
const MAX_OBJECTS = 64 * 1024 * 1024;
/** What one stream may measure that is not an image: no page of a letter comes near. */
const MAX_STREAM = 256 * 1024 * 1024;
/** Dictionaries of streams are short. */
const MAX_DICTIONARY = 4_096;

const STREAM = Buffer.from('stream');
const END = Buffer.from('endstream');

interface StreamPlace {
  readonly dictionary: string;
  readonly start: number;
  readonly end: number;
}

/** Every stream of the file, found by its words: the tables of the file may lie. */
function* streamsIn(pdf: Buffer): Generator<StreamPlace> {
  for (let at = pdf.indexOf(STREAM); at >= 0; at = pdf.indexOf(STREAM, at + STREAM.length)) {
    if (pdf.subarray(at - 3, at).equals(END.subarray(0, 3))) continue;
    const from = pdf.lastIndexOf('obj', at - 1);
    const dictionary = from < 0 || at - from > MAX_DICTIONARY ? '' : pdf.toString('latin1', from, at);
    const start = at + STREAM.length + (pdf[at + STREAM.length] === 0x0d ? 2 : 1);
    const found = pdf.indexOf(END, start);
    yield { dictionary: spelledOut(dictionary), start, end: found < 0 ? pdf.length : found };
  }
}

/** Names may be written with any of their letters as `#` and two digits. */
const spelledOut = (dictionary: string): string =>
  dictionary.replaceAll(/#([0-9a-f]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** How much a stream measures inflated; `limit` + 1 when it passes it. What is not deflated measures what it is. */
function inflatedSize(stream: Buffer, limit: number): number {
  try {
    return inflateSync(stream, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH }).length;
  } catch (cause) {
    return (cause as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE' ? limit + 1 : stream.length;
  }
}

/**
 * Refuses as SOSPECHOSO a PDF with a bomb inside, before any library opens it: the library inflates the tables and the
 * compressed objects whole, and whoever shows it inflates the rest.
 */
export function checkPdfBounds(bytes: Uint8Array): void {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let objects = 0;
  for (const { dictionary, start, end } of streamsIn(pdf)) {
    const ofObjects = /\/(ObjStm|XRef)\b/.test(dictionary);
    if (!ofObjects && /\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    // Compressed twice, or in a way that no program writes there.
    if (ofObjects && /\/Filter\s*(\[\s*\/\w+\s+\/|\[?\s*\/(?!FlateDecode\b))/.test(dictionary)) {
      throw new Refused('SOSPECHOSO');
    }
    const limit = ofObjects ? MAX_OBJECTS : MAX_STREAM;
    const size = inflatedSize(pdf.subarray(start, end), limit);
    if (ofObjects) objects += size;
    if (size > limit || objects > MAX_OBJECTS) throw new Refused('SOSPECHOSO');
  }
}
