import { createHash } from 'node:crypto';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MEGABYTE = 1_048_576;

/** Of a file that a person sends, and of one that the bot uploads. */
const LIFE = { webhook: 7 * DAY, upload: 30 * DAY } as const;
const URL_LIFE = 5 * MINUTE;

export interface StoredMedia {
  readonly id: string;
  readonly bytes: Buffer;
  readonly mime: string;
  readonly name: string;
  readonly sha256: Buffer;
  readonly expiresAt: number;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
const DOCUMENTS = [
  'text/plain',
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  `${OFFICE}.wordprocessingml.document`,
  `${OFFICE}.spreadsheetml.sheet`,
  `${OFFICE}.presentationml.presentation`,
];

/** What may be uploaded and how big: the table of the media page. `type`: in which message it goes. */
const KINDS: readonly { readonly type: string; readonly mimes: readonly string[]; readonly most: number }[] =
  [
    {
      type: 'audio',
      mimes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
      most: 16 * MEGABYTE,
    },
    { type: 'document', mimes: DOCUMENTS, most: 100 * MEGABYTE },
    { type: 'image', mimes: ['image/jpeg', 'image/png'], most: 5 * MEGABYTE },
    { type: 'video', mimes: ['video/mp4', 'video/3gpp'], most: 16 * MEGABYTE },
    { type: 'sticker', mimes: ['image/webp'], most: 500 * 1_024 },
  ];

/** How files begin whose kind cannot be mistaken. */
const SIGNS: Readonly<Record<string, string>> = {
  'application/pdf': '%PDF-',
  'image/jpeg': '\xff\xd8\xff',
  'image/png': '\x89PNG',
  'audio/ogg': 'OggS',
};

const bareOf = (mime: string): string => mime.split(';')[0]?.trim() ?? '';

/** Why a file may not be uploaded; nothing when it may. */
export function whyNot(mime: string, bytes: Buffer): string | undefined {
  const bare = bareOf(mime);
  const kind = KINDS.find(({ mimes }) => mimes.includes(bare));
  if (!kind) return `file of type ${bare} is not supported`;
  if (bytes.length === 0) return 'file is empty';
  if (bytes.length > kind.most) return `file is larger than ${kind.most} bytes`;
  const sign = SIGNS[bare] ?? '';
  const begins = bytes.subarray(0, sign.length).toString('latin1') === sign;
  return begins ? undefined : `file is not of type ${bare}`;
}

/** Whether a file can go in a message of that type; any that may be uploaded goes as a document. */
export const goesAs = (type: string, mime: string): boolean =>
  type === 'document' || KINDS.some((kind) => kind.type === type && kind.mimes.includes(bareOf(mime)));

export interface MediaStore {
  add(from: keyof typeof LIFE, file: { bytes: Buffer; mime: string; name: string }): StoredMedia;
  /** Nothing once it expired or was deleted. */
  get(id: string): StoredMedia | undefined;
  delete(id: string): boolean;
  /** A name that gives the bytes during five minutes. */
  lend(media: StoredMedia): string;
  borrow(nonce: string): StoredMedia | undefined;
}

export function createMediaStore(now: () => number, nextId: (what: 'media' | 'nonce') => string): MediaStore {
  const files = new Map<string, StoredMedia>();
  const loans = new Map<string, { readonly media: StoredMedia; readonly until: number }>();
  const get = (id: string) => {
    const media = files.get(id);
    return media && now() < media.expiresAt ? media : undefined;
  };
  return {
    add(from, { bytes, mime, name }) {
      const sha256 = createHash('sha256').update(bytes).digest();
      const media = { id: nextId('media'), bytes, mime, name, sha256, expiresAt: now() + LIFE[from] };
      files.set(media.id, media);
      return media;
    },
    get,
    delete: (id) => files.delete(id),
    lend(media) {
      const nonce = nextId('nonce');
      loans.set(nonce, { media, until: now() + URL_LIFE });
      return nonce;
    },
    borrow(nonce) {
      const loan = loans.get(nonce);
      return loan && now() < loan.until ? get(loan.media.id) : undefined;
    },
  };
}
