import { afterTags } from './mp3';

/** The frames of an AAC stream (ADTS), each of which tells its size; undefined when it is not so written. */
export function aacVista(bytes: Uint8Array): Uint8Array | undefined {
  const frames: Uint8Array[] = [];
  let at = afterTags(bytes);
  while (at + 7 <= bytes.length && bytes[at] === 0xff && ((bytes[at + 1] ?? 0) & 0xf6) === 0xf0) {
    const size =
      (((bytes[at + 3] ?? 0) & 3) << 11) | ((bytes[at + 4] ?? 0) << 3) | ((bytes[at + 5] ?? 0) >> 5);
    if (size < 7 || at + size > bytes.length) break;
    frames.push(bytes.subarray(at, at + size));
    at += size;
  }
  return frames.length > 0 ? Buffer.concat(frames) : undefined;
}
