import { fourAt, unlessCut, viewOf } from './byte-reader';

/** The chunks that say how to play and what. The others hold titles, dates, places and names of machines. */
const PLAYED: ReadonlySet<string> = new Set(['fmt ', 'fact', 'data']);

/** A WAV with only what is played; undefined when it is not written as one. */
export const wavVista = (bytes: Uint8Array): Uint8Array | undefined =>
  unlessCut(() => {
    const view = viewOf(bytes);
    const kept: Uint8Array[] = [];
    for (let at = 12; at + 8 <= bytes.length;) {
      const size = view.getUint32(at + 4, true);
      // A recorder that was cut announces more than there is.
      const end = Math.min(at + 8 + size, bytes.length);
      if (PLAYED.has(fourAt(bytes, at))) kept.push(bytes.subarray(at, end));
      at = end + (size % 2);
    }
    return kept.length > 1 ? riff(kept) : undefined;
  });

function riff(chunks: readonly Uint8Array[]): Uint8Array {
  const padded = chunks.flatMap((chunk) => (chunk.length % 2 === 0 ? [chunk] : [chunk, new Uint8Array(1)]));
  const body = Buffer.concat(padded);
  const header = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1');
  header.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([header, body]);
}
