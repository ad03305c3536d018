import type { Failure } from './failures';
import { utf8Bytes } from './plain-text';
import { ok, type Result } from './result';
import type { AnexoRecibido } from './solicitud';

/** A text past this many bytes of UTF-8 becomes an attachment, whole; what was written keeps its beginning. */
export const MAX_TEXT_BYTES = 64 * 1024;
const KEPT_CHARACTERS = 2_000;

/** Stores a text as a file, durably. */
export type StoreLongText = (texto: string, nombre: string) => Promise<Result<AnexoRecibido, Failure>>;

interface Written {
  readonly texto: string;
  readonly anexos: readonly AnexoRecibido[];
}

/** The beginning of a text, with the whole of it as an attachment. Repeating it gives the same. */
export async function attachText<W extends Written>(
  written: W,
  store: StoreLongText,
): Promise<Result<W, Failure>> {
  const stored = await store(written.texto, 'texto-completo.txt');
  if (!stored.ok) return stored;
  const texto = `${Array.from(written.texto).slice(0, KEPT_CHARACTERS).join('')}…`;
  return ok({ ...written, texto, anexos: [...written.anexos, stored.value] });
}

/** The same, only for texts past the limit. */
export const boundText = async <W extends Written>(
  written: W,
  store: StoreLongText,
  maxBytes = MAX_TEXT_BYTES,
): Promise<Result<W, Failure>> =>
  utf8Bytes(written.texto) > maxBytes ? attachText(written, store) : ok(written);
