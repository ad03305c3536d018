import type { Failure } from '../base/kernel/failures';
import { cleanText, utf8Bytes } from '../base/kernel/plain-text';
import { ok, type Result } from '../base/kernel/result';
import type { AnexoRecibido, Solicitud } from '../base/kernel/solicitud';

/** A text past this many bytes of UTF-8 becomes an attachment, whole; the petition keeps its beginning. */
export const MAX_TEXT_BYTES = 64 * 1024;
const KEPT_CHARACTERS = 2_000;

/** Stores a text as a file, durably. */
export type StoreText = (texto: string, nombre: string) => Promise<Result<AnexoRecibido, Failure>>;

/** The petition with its text cleaned and, when it is too long, attached whole. Repeating it gives the same petition. */
export async function withBoundedText(
  solicitud: Solicitud,
  storeText: StoreText,
  notice: string,
): Promise<Result<Solicitud, Failure>> {
  const texto = cleanText(solicitud.texto);
  if (utf8Bytes(texto) <= MAX_TEXT_BYTES) return ok({ ...solicitud, texto });
  const stored = await storeText(texto, 'texto-completo.txt');
  if (!stored.ok) return stored;
  const beginning = Array.from(texto).slice(0, KEPT_CHARACTERS).join('');
  return ok({
    ...solicitud,
    texto: `${beginning}…\n\n${notice}`,
    anexos: [...solicitud.anexos, stored.value],
  });
}
