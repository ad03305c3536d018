import { oggChecksum } from '../../api/base/anexos/recibir/vista/ogg-checksum';
import { PLANTED } from './sample-files';

const [AUTHOR, MACHINE] = PLANTED;
const tag = Buffer.from(`${AUTHOR} ${MACHINE}`);

/** Sound that no tag is mistaken for. */
const sound = (length: number): Buffer => Buffer.alloc(length, 0x55);

function id3(): Buffer {
  const header = Buffer.from('ID3\u0003\0\0\0\0\0\0', 'latin1');
  header[9] = tag.length;
  return Buffer.concat([header, tag]);
}

/** Two frames of 128 kb/s at 44,100 Hz (417 bytes), with tags before, after, and of both kinds. */
export function mp3(): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), sound(413)]);
  const old = Buffer.concat([Buffer.from('TAG'), tag, Buffer.alloc(128 - 3 - tag.length)]);
  return Buffer.concat([id3(), frame, frame, Buffer.from('APETAGEX'), tag, old]);
}

/** Two frames of an AAC stream after a tag. */
export function aac(): Buffer {
  const size = 100;
  const head = Buffer.from([0xff, 0xf1, 0x50, 0x80, size >> 3, ((size & 7) << 5) | 0x1f, 0xfc]);
  const frame = Buffer.concat([head, sound(size - 7)]);
  return Buffer.concat([id3(), frame, frame]);
}

/** Two frames of 12.2 kb/s and a remark after them. */
export function amr(): Buffer {
  const frame = Buffer.concat([Buffer.from([0x3c]), sound(31)]);
  return Buffer.concat([Buffer.from('#!AMR\n'), frame, frame, Buffer.from([0xff]), tag]);
}

const chunk = (name: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
};

export function wav(): Buffer {
  const format = Buffer.from('0100010044ac00008858010002001000', 'hex');
  const body = Buffer.concat([
    Buffer.from('WAVE'),
    chunk('fmt ', format),
    chunk('LIST', Buffer.concat([Buffer.from('INFOIART'), tag])),
    chunk('data', sound(64)),
    chunk('bext', tag),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function page(sequence: number, flags: number, body: Buffer): Buffer {
  const lacing = [...Array<number>(Math.floor(body.length / 255)).fill(255), body.length % 255];
  const head = Buffer.alloc(27);
  head.write('OggS', 'latin1');
  head[5] = flags;
  head.writeUInt32LE(77, 14);
  head.writeUInt32LE(sequence, 18);
  head[26] = lacing.length;
  const whole = Buffer.concat([head, Buffer.from(lacing), body]);
  whole.writeUInt32LE(oggChecksum(whole), 22);
  return whole;
}

const words = (text: Buffer): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  return Buffer.concat([size, text]);
};

/** A voice note as WhatsApp sends it, with tags. */
export function opus(): Buffer {
  const head = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])]);
  const one = Buffer.from([1, 0, 0, 0]);
  const tags = Buffer.concat([
    Buffer.from('OpusTags'),
    words(tag),
    one,
    words(Buffer.from(`ARTIST=${AUTHOR}`)),
  ]);
  return Buffer.concat([page(0, 2, head), page(1, 0, tags), page(2, 0, sound(300)), page(3, 4, sound(200))]);
}

const box = (name: string, ...inside: Buffer[]): Buffer => {
  const body = Buffer.concat(inside);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
};

const handler = (kind: string): Buffer =>
  box('hdlr', Buffer.alloc(8), Buffer.from(kind), Buffer.alloc(12), Buffer.from(`${MACHINE}\0`));

/** A container of MPEG-4 with a track of each kind, dates, tags and the place where it was made. */
export function mp4(brand: string, ...tracks: readonly string[]): Buffer {
  const dated = box('mvhd', Buffer.alloc(4), Buffer.alloc(8, 0x7e), Buffer.alloc(84));
  const made = tracks.map((kind) => box('trak', box('mdia', handler(kind)), box('udta', tag)));
  const tags = box('udta', box('\u00a9xyz', Buffer.from('+3.41-76.35/'), tag), box('meta', tag));
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1')),
    box('moov', dated, ...made, tags),
    box('uuid', Buffer.alloc(16, 1), tag),
    box('mdat', sound(200)),
  ]);
}

const element = (id: string, ...inside: Buffer[]): Buffer => {
  const body = Buffer.concat(inside);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(0x10000000 + body.length);
  return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
};

/** A recording of a browser: of sound, or of sound and picture. */
export function webm(isVideo: boolean): Buffer {
  const track = (kind: number): Buffer =>
    element('ae', Buffer.from([0x83, 0x81, kind]), element('536e', tag));
  return Buffer.concat([
    element('1a45dfa3', element('4282', Buffer.from('webm'))),
    element(
      '18538067',
      element('1549a966', element('4d80', tag), element('7ba9', tag)),
      element('1654ae6b', track(2), ...(isVideo ? [track(1)] : [])),
      element('1f43b675', sound(100)),
      element('1254c367', tag),
    ),
  ]);
}
