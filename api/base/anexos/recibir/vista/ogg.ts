import { unlessCut, viewOf } from './byte-reader';
import { oggChecksum } from './ogg-checksum';

const HEADER = 27;
const FIRST = 2;

interface Page {
  readonly bytes: Uint8Array;
  readonly stream: number;
  readonly isFirst: boolean;
  readonly segments: Uint8Array;
  readonly body: Uint8Array;
}

function pageAt(bytes: Uint8Array, at: number): Page | undefined {
  const mark = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1');
  if (mark !== 'OggS') return undefined;
  const count = bytes[at + 26] ?? 0;
  const segments = bytes.subarray(at + HEADER, at + HEADER + count);
  const size = HEADER + count + segments.reduce((sum, one) => sum + one, 0);
  if (at + size > bytes.length) return undefined;
  const page = bytes.subarray(at, at + size);
  return {
    bytes: page,
    stream: viewOf(page).getUint32(14, true),
    isFirst: ((page[5] ?? 0) & FIRST) !== 0,
    segments,
    body: page.subarray(HEADER + count),
  };
}

function pagesOf(bytes: Uint8Array): readonly Page[] {
  const pages: Page[] = [];
  for (let at = 0, page = pageAt(bytes, at); page; page = pageAt(bytes, at)) {
    pages.push(page);
    at += page.bytes.length;
  }
  return pages;
}

/** A packet ends in a segment that is not full. */
const endsPacket = ({ segments }: Page): boolean => (segments.at(-1) ?? 0) < 255;

/** The tags of Opus, with nobody in them: no vendor and no comment. */
const NO_TAGS = Buffer.concat([Buffer.from('OpusTags'), Buffer.alloc(8)]);

function renumbered(page: Uint8Array, sequence: number): Uint8Array {
  const copy = Buffer.from(page);
  copy.writeUInt32LE(sequence, 18);
  copy.writeUInt32LE(0, 22);
  copy.writeUInt32LE(oggChecksum(copy), 22);
  return copy;
}

function emptyTags(page: Page): Uint8Array {
  const header = Buffer.from(page.bytes.subarray(0, HEADER));
  header[5] = 0;
  header[26] = 1;
  return Buffer.concat([header, Buffer.from([NO_TAGS.length]), NO_TAGS]);
}

/**
 * A voice note (Ogg with one Opus stream) without its tags: its second packet is always those, in pages of its own (RFC
 * 7845, section 5). Undefined for other streams.
 */
export const oggVista = (bytes: Uint8Array): Uint8Array | undefined =>
  unlessCut(() => {
    const [first, ...rest] = pagesOf(bytes);
    const [tags] = rest;
    if (!first || !tags || Buffer.from(first.body.subarray(0, 8)).toString('latin1') !== 'OpusHead')
      return undefined;
    if (rest.some(({ stream, isFirst }) => isFirst || stream !== first.stream)) return undefined;
    if (Buffer.from(tags.body.subarray(0, 8)).toString('latin1') !== 'OpusTags') return undefined;
    const sound = rest.slice(rest.findIndex(endsPacket) + 1);
    const pages = [first.bytes, emptyTags(tags), ...sound.map((page) => page.bytes)];
    return Buffer.concat(pages.map(renumbered));
  });
