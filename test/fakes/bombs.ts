import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1024 * 1024);

/** A zip of zips of zips, each of the last of many megabytes of nothing. */
export function nestedZips(depth: number, width: number): Buffer {
  let inner: Uint8Array = zipSync({ 'a.bin': zeros(8) }, { level: 9 });
  for (let level = 0; level < depth; level += 1) {
    const packed = inner;
    inner = zipSync(Object.fromEntries(Array.from({ length: width }, (_, i) => [`${i}.zip`, packed])), {
      level: 9,
    });
  }
  return Buffer.from(inner);
}

/** A letter whose text is some hundreds of megabytes of the same. */
export const swollenDocx = (megabytes: number): Buffer =>
  Buffer.from(
    zipSync(
      { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': zeros(megabytes) },
      { level: 9 },
    ),
  );

/** The same, whose headers say that the text measures one kilobyte. */
export function lyingDocx(megabytes: number): Buffer {
  const zip = swollenDocx(megabytes);
  const real = Buffer.alloc(4);
  real.writeUInt32LE(megabytes * 1024 * 1024);
  for (let at = zip.indexOf(real); at >= 0; at = zip.indexOf(real, at + 4)) zip.writeUInt32LE(1024, at);
  return zip;
}

/** Many entries that are the same bytes of the file: each is small, together they are not. */
export function overlappingDocx(times: number): Buffer {
  const zip = swollenDocx(1);
  const end = zip.indexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const start = zip.readUInt32LE(end + 16);
  const central = zip.subarray(start, end);
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt16LE(2 * times, 8);
  tail.writeUInt16LE(2 * times, 10);
  tail.writeUInt32LE(central.length * times, 12);
  return Buffer.concat([zip.subarray(0, start), ...Array<Buffer>(times).fill(central), tail]);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function pngChunk(name: string, body: Buffer): Buffer {
  const inside = Buffer.concat([Buffer.from(name), body]);
  const crc = inside.reduce((sum, byte) => (crcTable[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff);
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(body.length);
  check.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([size, inside, check]);
}

/** A square image of so many pixels a side, all black, in few bytes. */
export function hugePng(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(zeros(4), { level: 9 });
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A PDF with one stream that inflates to so many megabytes, under the given dictionary. */
export function swollenPdf(dictionary: string, megabytes: number): Buffer {
  const data = deflateSync(zeros(megabytes), { level: 9 });
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n',
    ),
    Buffer.from(`3 0 obj\n<<${dictionary}/Filter/FlateDecode/Length ${data.length}>>\nstream\n`),
    data,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF\n'),
  ]);
}
