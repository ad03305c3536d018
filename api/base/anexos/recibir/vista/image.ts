import type { Sharp, SharpOptions } from 'sharp';
import type { Kind } from '../kinds';
import { Refused } from '../outcome';

/** Larger than any camera of a phone; decoded it takes some hundreds of megabytes at most. In pixels, all frames. */
const MAX_PIXELS = 120_000_000;
const QUALITY = 88;

type Load = (bytes: Uint8Array, options: SharpOptions) => Sharp;
let loaded: Promise<Load> | undefined;

/** Loaded by the first image: it is heavy, and many towns days pass without one. */
const loadSharp = (): Promise<Load> =>
  (loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  }));

const ENCODE: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  'image/jpeg': (image) => image.jpeg({ quality: QUALITY }),
  'image/png': (image) => image.png({ compressionLevel: 6 }),
  'image/webp': (image) => image.webp({ quality: QUALITY }),
  'image/gif': (image) => image.gif(),
};

/**
 * The image drawn again, upright, without EXIF, GPS, colour profile nor comments. Refuses SOSPECHOSO when its header
 * announces more than can be decoded, DANADO when it cannot be decoded.
 */
export async function imageVista(bytes: Uint8Array, { tipo }: Pick<Kind, 'tipo'>): Promise<Uint8Array> {
  const sharp = await loadSharp();
  const options = { failOn: 'error', limitInputPixels: false, animated: tipo === 'image/gif' } as const;
  const { width, height, pages = 1 } = await decoded(sharp(bytes, options).metadata());
  // Of an animation the height is already that of all frames together.
  if (width * height > MAX_PIXELS || pages > 1_000) throw new Refused('SOSPECHOSO');
  const upright = sharp(bytes, { ...options, limitInputPixels: MAX_PIXELS }).rotate();
  const encode = ENCODE[tipo];
  if (!encode) throw new Error(`no encoder for ${tipo}`);
  return decoded(encode(upright).toBuffer());
}

async function decoded<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new Refused('DANADO');
  }
}
