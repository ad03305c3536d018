import type { Readable } from 'node:stream';
import type { Failure } from '../kernel/failures';
import type { Result } from '../kernel/result';
import type { AnexoRecibido } from '../kernel/solicitud';

/** A file stored durably and named by its content; its name and type are already clean. */
export type AnexoGuardado = AnexoRecibido;

/** What arrived about a file, as it arrived. */
export interface AboutAnexo {
  readonly nombre: string;
  readonly tipo: string;
}

export type AnexoContent = Uint8Array | AsyncIterable<Uint8Array>;

/** Files that came with a communication. */
export interface Anexos {
  /**
   * Stores a file. When it answers, the content is on disk and a case may refer to it. TOO_LARGE past the limit,
   * NO_SPACE_FOR_FILES when the rest of the disk is kept for filings, STORE_UNAVAILABLE when there is no room at all. An interrupted upload rejects with its own error and leaves nothing.
   */
  put(content: AnexoContent, about: AboutAnexo): Promise<Result<AnexoGuardado, Failure>>;
  /** The content, or undefined when there is none. The stream fails rather than give altered bytes as good. */
  get(sha256: string): Promise<Readable | undefined>;
  has(sha256: string): Promise<boolean>;
}

/** What the orphan sweep needs besides. Times are those of the last `put` of a content. */
export interface AnexosStore extends Anexos {
  /**
   * Removes at once a content that is known to have been put one time only: whoever put it a second time may be about to
   * refer to it. Tells whether it did; what it does not know it leaves for the orphan sweep.
   */
  removePutOnce(sha256: string): Promise<boolean>;
  /** The contents last put before an instant. */
  storedBefore(before: Date): AsyncIterable<string>;
  /** Removes a content unless someone put it again since that instant; tells whether it did. */
  removeStoredBefore(sha256: string, before: Date): Promise<boolean>;
  /** Removes what uploads that never finished left before an instant; tells how many. */
  removeUnfinishedBefore(before: Date): Promise<number>;
}

/** For `storedBefore`: all of them, also those that a clock of the future put. */
export const END_OF_TIME = new Date(8_640_000_000_000_000);

export const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);
