import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Told } from './known-writes';

/** What happened to the store's file, in order, between what its writers told. */
export type DiskEvent =
  /** A write begins, `durable` through a descriptor that is O_DSYNC; its bytes are the next `size` of the recording. */
  | { readonly kind: 'write'; readonly at: number; readonly size: number; readonly durable: boolean }
  /** The durable write before has returned. */
  | { readonly kind: 'landed' }
  /** The file is cut, or grows, to this size. */
  | { readonly kind: 'resized'; readonly size: number }
  /** A sync of the file has returned: it covers every write before. */
  | { readonly kind: 'synced' }
  /** The file has its name in the folder. */
  | { readonly kind: 'named' }
  /** A sync of the folder has returned. */
  | { readonly kind: 'folder-synced' }
  /** The store sends bytes to a client. */
  | { readonly kind: 'replied' }
  | { readonly kind: 'told'; readonly told: Told };

export interface Recording {
  /** Layout of the data folder that the recorded program wrote. */
  readonly format: number;
  readonly events: readonly DiskEvent[];
  readonly bytes: Buffer;
}

/** Pages are written again and again with small changes: a window as long as the whole makes them small. */
export function packed({ format, events, bytes }: Recording): Buffer {
  const head = Buffer.from(`${JSON.stringify({ format, events })}\n`);
  const whole = Buffer.concat([head, bytes]);
  return brotliCompressSync(whole, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

export function unpacked(file: Buffer): Recording {
  const whole = brotliDecompressSync(file);
  const end = whole.indexOf('\n');
  const head = JSON.parse(whole.subarray(0, end).toString()) as Omit<Recording, 'bytes'>;
  return { ...head, bytes: whole.subarray(end + 1) };
}
