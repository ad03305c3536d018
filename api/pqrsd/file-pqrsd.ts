import { anonymousAnexos, contentsLeftOut } from '../base/anexos/anonymous-anexos';
import { failure, type Failure } from '../base/kernel/failures';
import { boundText, type StoreLongText } from '../base/kernel/long-text';
import { cleanText } from '../base/kernel/plain-text';
import { err, ok, type Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { Acuse, Solicitud } from '../base/kernel/solicitud';
import type { FileUnderClave } from './file-under-clave';
import type { Pqrsd } from './pqrsd';

interface Deps {
  readonly fileOrKeep: FileUnderClave;
  readonly sealing: Sealing;
  readonly storeLongText: StoreLongText;
  readonly acuseOf: (pqrsd: Pqrsd, repetido: boolean) => Acuse;
  /** Removes the originals of an anonymous petition, of which only the derivatives are kept. It never fails. */
  readonly dropOriginals: (sha256s: readonly string[]) => Promise<void>;
}

export type FilePqrsd = (solicitud: Solicitud) => Promise<Result<Acuse, Failure>>;

/**
 * Files a petition: every way in ends here. Nothing is asked that the law does not ask (CPACA 16): only a text.
 * Repeating it under the same `clave` gives the same acknowledgement. With CLOCK_NOT_TRUSTED it was received and kept,
 * and it gets its number by itself, or when it is repeated.
 * Failures: EMPTY_TEXT, TERM_UNKNOWN, and those of the attachments and of the filing queue.
 */
export function createFilePqrsd(deps: Deps): FilePqrsd {
  const { fileOrKeep, sealing, storeLongText, acuseOf, dropOriginals } = deps;
  return async (solicitud) => {
    const typed = withoutTraces(solicitud);
    const bounded = await boundText({ ...typed, texto: cleanText(typed.texto) }, storeLongText);
    if (!bounded.ok) return bounded;
    const { clave, ...recibida } = bounded.value;
    if (recibida.texto.trim() === '' && recibida.anexos.length === 0) return err(failure('EMPTY_TEXT'));
    // Keyed and one-way: the case does not lead back to the draft, the session or the phone it came from.
    const filed = await fileOrKeep(sealing.blind(clave, 'pqrsd.clave'), recibida);
    if (filed.ok || filed.failure.code === 'CLOCK_NOT_TRUSTED')
      await dropOriginals(contentsLeftOut(solicitud.anexos, recibida.anexos));
    if (!filed.ok) return filed;
    return ok(acuseOf(filed.value.comunicacion, filed.value.repetida));
  };
}

/**
 * Of an anonymous petition only the derivatives of its files are kept. Decided from the petition alone, before its
 * fingerprint: repeating it gives the same.
 */
const withoutTraces = (solicitud: Solicitud): Solicitud =>
  solicitud.identidad.modo === 'ANONIMO'
    ? { ...solicitud, ...anonymousAnexos(solicitud.anexos, solicitud.noRecibidos) }
    : solicitud;
