import type { Result } from './result';
import type { AnexoNoRecibido, AnexoRecibido } from './solicitud';

/** Largest file that a citizen may send, in bytes: 25 MiB. */
export const MAX_ANEXO_BYTES = 25 * 1024 * 1024;

/** Files of one petition or of one message in a case. */
export const MAX_ANEXOS = 10;

/** A file on its way in, as its sender names it. Neither name nor type is believed. */
export interface ArrivingFile {
  readonly nombre: string;
  /** Bytes as they arrive; an error of the source is an upload that was cut. */
  readonly content: AsyncIterable<Uint8Array>;
}

/**
 * Receives a file whole: its type is told by its content, the original is stored sealed, and a derivative without
 * metadata beside it. What cannot be received is a value with its reason: it never stops a filing.
 */
export type ReceiveFile = (file: ArrivingFile) => Promise<Result<AnexoRecibido, AnexoNoRecibido>>;
