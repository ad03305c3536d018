import type { MotivoNoRecibido } from '../../kernel/vocabulary';

/** What the content of a file turned out to be. */
export type Examined =
  | { readonly ok: false; readonly motivo: MotivoNoRecibido }
  | {
      readonly ok: true;
      readonly tipo: string;
      readonly nombre: string;
      /** The same content without metadata; absent when none can be made. */
      readonly vista?: { readonly bytes: Uint8Array; readonly tipo: string };
    };

/** Tells what a file is and makes its derivative. Neither its name nor the type it came with is believed. */
export type Examine = (bytes: Uint8Array, nombre: string) => Promise<Examined>;

/** A file that is not kept, and why: thrown and caught inside the examination of one file only. */
export class Refused extends Error {
  constructor(readonly motivo: MotivoNoRecibido) {
    super(motivo);
  }
}
