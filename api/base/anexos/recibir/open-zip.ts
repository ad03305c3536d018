import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Refused } from './outcome';

/** The parts of a container, by path, in order. */
export type Parts = Map<string, Uint8Array>;

const MAX_ENTRIES = 5_000;
/** What all parts may measure together, in bytes. */
const MAX_TOTAL = 256 * 1024 * 1024;
/** A container this small may hold anything; a larger one, at most RATIO times what it measures packed. */
const ALWAYS_FINE = 32 * 1024 * 1024;
const RATIO = 100;

/**
 * Opens a container whole, within bounds that are checked before a byte is inflated, since the headers tell the sizes,
 * and while inflating, since headers may lie. Refuses: SOSPECHOSO for a bomb, DANADO for what is not a whole zip.
 */
export async function openZip(bytes: Uint8Array): Promise<Parts> {
  const zip = await whole(fromBufferPromise(asBuffer(bytes), { autoClose: false }));
  const entries = await whole(entriesOf(zip));
  checkBounds(entries, bytes.length);
  const parts: Parts = new Map();
  for (const entry of entries) {
    if (!entry.fileName.endsWith('/')) parts.set(entry.fileName, await whole(read(zip, entry)));
  }
  return parts;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** What fails in the library is a damaged file; what we refuse keeps its reason. */
async function whole<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    throw cause instanceof Refused ? cause : new Refused('DANADO');
  }
}

async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  if (zip.entryCount > MAX_ENTRIES) throw new Refused('SOSPECHOSO');
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) entries.push(entry);
  return entries;
}

function checkBounds(entries: readonly Entry[], packed: number): void {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (total > MAX_TOTAL) throw new Refused('SOSPECHOSO');
  if (total > ALWAYS_FINE && total > packed * RATIO) throw new Refused('SOSPECHOSO');
  // The same bytes listed many times: a bomb that no ratio of one entry shows.
  const places = new Set(entries.map(({ relativeOffsetOfLocalHeader }) => relativeOffsetOfLocalHeader));
  if (places.size < entries.length) throw new Refused('SOSPECHOSO');
  if (entries.some((entry) => entry.isEncrypted())) throw new Refused('SOSPECHOSO');
}

async function read(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    size += (piece as Buffer).length;
    if (size > entry.uncompressedSize) throw new Refused('SOSPECHOSO');
    pieces.push(piece as Buffer);
  }
  return Buffer.concat(pieces);
}
