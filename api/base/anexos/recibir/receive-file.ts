import { createHash } from 'node:crypto';
import type { Failure } from '../../kernel/failures';
import type { Logger } from '../../kernel/logger';
import type { ArrivingFile, ReceiveFile } from '../../kernel/receive-file';
import { err, ok, type Result } from '../../kernel/result';
import type { AnexoNoRecibido, AnexoRecibido } from '../../kernel/solicitud';
import type { MotivoNoRecibido } from '../../kernel/vocabulary';
import type { AnexoGuardado, AnexosStore } from '../anexos';
import { cleanFileName } from '../clean-about';
import type { Examine, Examined } from './outcome';
import { takeTurns } from './take-turns';

interface Deps {
  readonly anexos: AnexosStore;
  readonly examine: Examine;
  readonly logger: Logger;
}

/** Files that are held in memory at once, to be examined; the others wait on disk. */
const AT_ONCE = 2;

/**
 * Receives files: each goes sealed to disk as it arrives, so that a hundred uploads take no memory, and is then examined in
 * its turn. What is refused leaves nothing.
 */
export function createReceiveFile({ anexos, examine, logger }: Deps): ReceiveFile {
  const turn = takeTurns(AT_ONCE);
  const keepOrDrop = async (stored: AnexoGuardado): Promise<Result<AnexoRecibido, MotivoNoRecibido>> => {
    const kept = await turn(() => examineStored(anexos, examine, stored));
    // Removed only if nobody else put the same content: then it is theirs too.
    if (!kept.ok) await anexos.removePutOnce(stored.sha256);
    return kept;
  };
  return async (file) => {
    const nombre = cleanFileName(file.nombre);
    const notReceived = (motivo: MotivoNoRecibido): Result<never, AnexoNoRecibido> => err({ nombre, motivo });
    try {
      const stored = await store(anexos, file);
      if (!stored.ok) return notReceived(stored.failure);
      const kept = await keepOrDrop(stored.value);
      return kept.ok ? kept : notReceived(kept.failure);
    } catch (cause) {
      // Never the end of a filing: it goes on without the file and says so.
      logger.error('anexos.not-received', {}, cause);
      return notReceived('SIN_ESPACIO');
    }
  };
}

const WHY: Readonly<Partial<Record<Failure['code'], MotivoNoRecibido>>> = { TOO_LARGE: 'MUY_GRANDE' };

/** The original on disk, or why it is not there. */
async function store(
  anexos: AnexosStore,
  { nombre, content }: ArrivingFile,
): Promise<Result<AnexoGuardado, MotivoNoRecibido>> {
  const source = { failed: false };
  try {
    const put = await anexos.put(watched(content, source), { nombre, tipo: 'application/octet-stream' });
    if (!put.ok) return err(WHY[put.failure.code] ?? 'SIN_ESPACIO');
    if (put.value.bytes > 0) return put;
    await anexos.removePutOnce(put.value.sha256);
    return err('VACIO');
  } catch (cause) {
    if (source.failed) return err('INCOMPLETO');
    throw cause;
  }
}

/** The same bytes; tells whether it was the sender that failed, or the disk. */
async function* watched(
  content: AsyncIterable<Uint8Array>,
  source: { failed: boolean },
): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of content) yield piece;
  } catch (cause) {
    source.failed = true;
    throw cause;
  }
}

async function examineStored(
  anexos: AnexosStore,
  examine: Examine,
  { sha256, nombre, bytes }: AnexoGuardado,
): Promise<Result<AnexoRecibido, MotivoNoRecibido>> {
  const examined = await examine(await contentOf(anexos, sha256), nombre);
  if (!examined.ok) return err(examined.motivo);
  const vista = await storeVista(anexos, examined, sha256);
  if (!vista.ok) return err('SIN_ESPACIO');
  const { value } = vista;
  return ok({ sha256, nombre: examined.nombre, tipo: examined.tipo, bytes, ...(value && { vista: value }) });
}

async function storeVista(
  anexos: AnexosStore,
  { vista, nombre }: Extract<Examined, { ok: true }>,
  original: string,
): Promise<Result<AnexoRecibido['vista'], Failure>> {
  if (!vista) return ok(undefined);
  // A plain text is its own derivative.
  const same = createHash('sha256').update(vista.bytes).digest('hex') === original;
  if (same) return ok({ sha256: original, tipo: vista.tipo, bytes: vista.bytes.length });
  const put = await anexos.put(vista.bytes, { nombre, tipo: vista.tipo });
  if (!put.ok) return put;
  const { sha256, tipo, bytes } = put.value;
  return ok({ sha256, tipo, bytes });
}

async function contentOf(anexos: AnexosStore, sha256: string): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of (await anexos.get(sha256)) ?? []) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
