const startsWith = (bytes: Uint8Array, at: number, mark: string): boolean =>
  mark === String.fromCharCode(...bytes.subarray(at, at + mark.length));

/** Where the sound begins, after the tags in front: each tells its size in four bytes of seven bits. */
export function afterTags(bytes: Uint8Array): number {
  let at = 0;
  while (startsWith(bytes, at, 'ID3')) {
    const size = [6, 7, 8, 9].reduce((sum, i) => (sum << 7) | ((bytes[at + i] ?? 0) & 0x7f), 0);
    const footer = ((bytes[at + 5] ?? 0) & 0x10) === 0 ? 0 : 10;
    at += 10 + size + footer;
  }
  // Programs leave room after a tag.
  while (bytes[at] === 0) at += 1;
  return at;
}

const KILOBITS = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const RATES = [44_100, 48_000, 32_000] as const;

/** Bytes of the frame of sound at a place; undefined when there is none. MPEG 1, 2 and 2.5, layer III. */
function frameSize(bytes: Uint8Array, at: number): number | undefined {
  const [sync = 0, head = 0, rates = 0] = bytes.subarray(at, at + 3);
  if (sync !== 0xff || (head & 0xe6) !== 0xe2) return undefined;
  const version = (head >> 3) & 3;
  const one = version === 3;
  const kilobits = KILOBITS[one ? 1 : 2][rates >> 4];
  const rate = RATES[(rates >> 2) & 3];
  if (version === 1 || !kilobits || rate === undefined) return undefined;
  const divided = rate / (one ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((one ? 144 : 72) * kilobits * 1_000) / divided) + ((rates >> 1) & 1);
}

/** Only the frames of sound: what stands before, between and after them is tags. Undefined when it is not so written. */
export function mp3Vista(bytes: Uint8Array): Uint8Array | undefined {
  const frames: Uint8Array[] = [];
  let at = afterTags(bytes);
  for (let size = frameSize(bytes, at); size !== undefined; size = frameSize(bytes, at)) {
    if (at + size > bytes.length) break;
    frames.push(bytes.subarray(at, at + size));
    at += size;
  }
  return frames.length > 1 ? Buffer.concat(frames) : undefined;
}
