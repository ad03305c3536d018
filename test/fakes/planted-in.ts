import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { PLANTED } from './sample-files';

/** What of a file was planted: as it is and, packed or compressed, in all that it holds. */
export const plantedIn = (bytes: Uint8Array): readonly string[] => {
  const all = [Buffer.from(bytes), ...unpacked(Buffer.from(bytes))];
  return PLANTED.filter((text) => all.some((one) => holds(one, text)));
};

const hex = (bytes: Buffer): Buffer => Buffer.from(bytes.toString('hex').toUpperCase());

/** In one byte a letter or in two, and as PDFs write both. */
function holds(bytes: Buffer, text: string): boolean {
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  return [Buffer.from(text), little, big, hex(Buffer.from(text)), hex(big)].some((one) =>
    bytes.includes(one),
  );
}

function unpacked(bytes: Buffer): readonly Buffer[] {
  if (bytes.toString('latin1', 0, 2) === 'PK') {
    const parts = unzipSync(bytes);
    return [
      Buffer.from(Object.keys(parts).join(' ')),
      ...Object.values(parts).map((part) => Buffer.from(part)),
    ];
  }
  return bytes.toString('latin1', 0, 4) === '%PDF' ? streamsOf(bytes) : [];
}

function streamsOf(pdf: Buffer): readonly Buffer[] {
  const streams: Buffer[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 7)) {
    try {
      streams.push(inflateSync(pdf.subarray(at + 7, pdf.indexOf('endstream', at))));
    } catch {
      // Not compressed: it was looked into with the whole.
    }
  }
  return streams;
}
