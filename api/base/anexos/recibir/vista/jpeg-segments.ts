const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP14 = 0xee;
const COM = 0xfe;

/** Segments that say how to draw: JFIF's and Adobe's. The other `APPn` hold EXIF, GPS, XMP, profiles and thumbnails. */
const isMetadata = (marker: number): boolean =>
  marker === COM || (marker > APP0 && marker <= 0xef && marker !== APP14);

/**
 * A JPEG without its metadata segments nor what hangs after its end, its picture untouched; undefined when it is not
 * written as a JPEG.
 */
export function withoutJpegMetadata(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === EOI) return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    const header = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    const end = marker === SOS ? endOfScan(bytes, header) : header;
    if (end > bytes.length) return undefined;
    if (!isMetadata(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Inside a scan a marker is only a restart, and any other byte 0xff is followed by a zero. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? EOI;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length + 1;
}
