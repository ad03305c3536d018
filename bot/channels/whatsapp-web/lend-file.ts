import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../../../api/base/kernel/logger';
import type { ArchivoAdjunto, OpenArchivo, OutboundMessage } from '../channel';
import { plainReply } from '../plain-reply';
import type { ToChild } from './wire/to-child';

export interface LendDeps {
  readonly openArchivo: OpenArchivo;
  /** Folder of both, the parent and its child. */
  readonly medios: string;
  readonly logger: Logger;
}

/** A file of ours as the child finds it, with what goes beneath it. */
export type Lent = NonNullable<Extract<ToChild, { tipo: 'enviar' }>['archivo']>;

/** WhatsApp Web takes the whole file at once, as text, through the browser's pipe. */
const MOST_BYTES = 16_000_000;
const MOST_BENEATH = 1_024;

/**
 * Puts the file of a reply where the child reads it. Undefined when it goes as a link: there is none, it is not there any
 * longer or too big, or what is said does not fit beneath it. Never throws.
 */
export async function lendFile(deps: LendDeps, reply: OutboundMessage): Promise<Lent | undefined> {
  const { archivo } = reply;
  const pie = plainReply({ ...reply, archivo: undefined }, true);
  if (!archivo || archivo.bytes > MOST_BYTES || pie.length > MOST_BENEATH) return undefined;
  try {
    return await lend(deps, archivo, pie);
  } catch (cause) {
    deps.logger.error('whatsapp-web.file-not-lent', { archivo: archivo.nombre }, cause);
    return undefined;
  }
}

async function lend(
  { openArchivo, medios }: LendDeps,
  archivo: ArchivoAdjunto,
  pie: string,
): Promise<Lent | undefined> {
  const content = await openArchivo(archivo);
  if (!content) return undefined;
  const ruta = randomUUID();
  await writeFile(join(medios, ruta), content, { mode: 0o600, flag: 'wx' });
  return { ruta, tipo: archivo.tipo, nombre: archivo.nombre, pie };
}

/** Once the child has answered. What a crash leaves goes before the next child starts. Never throws. */
export async function takeBack({ medios, logger }: LendDeps, lent: Lent | undefined): Promise<void> {
  if (!lent) return;
  await rm(join(medios, lent.ruta), { force: true }).catch((cause: unknown) =>
    logger.error('whatsapp-web.file-left', {}, cause),
  );
}
