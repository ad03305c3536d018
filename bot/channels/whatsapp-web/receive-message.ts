import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../../../api/base/kernel/failures';
import type { Logger } from '../../../api/base/kernel/logger';
import type { ReceiveFile } from '../../../api/base/kernel/receive-file';
import { ok, type Result } from '../../../api/base/kernel/result';
import type { AnexoNoRecibido, AnexoRecibido } from '../../ventanilla/ventanilla-unica';
import type { Chat, InboundMessage } from '../channel';
import type { Texts } from '../../../content/texts';
import type { Personas } from '../../personas/personas';
import type { Addresses } from './address-of';
import type { MensajeWeb } from './wire/from-child';

export interface ReceiveDeps {
  readonly chat: Pick<Chat, 'accept'>;
  readonly personas: Personas;
  readonly receiveFile: ReceiveFile;
  readonly texts: () => Texts;
  readonly logger: Logger;
  /** Folder where the child leaves files. */
  readonly medios: string;
  readonly addresses: Addresses;
}

/** How a file that came without a name is called. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['ptt', 'audio'],
]);

const nameOf = ({ texts }: ReceiveDeps, clase: string): string =>
  texts()(`whatsapp.archivo.${NAMES.get(clase) ?? 'document'}`);

/**
 * Stores a message of the child, its file first. Ok once it is durable (then its file here is erased); what came before
 * with another body counts as stored: the first one stands. Failures: those of the store; the child sends it again.
 */
export async function receiveMessage(deps: ReceiveDeps, mensaje: MensajeWeb): Promise<Result<void, Failure>> {
  const { telefono, lid } = mensaje;
  // A name that is not told is left out: it does not take away the one that is known.
  const persona = await deps.personas.resolve({ ...(telefono && { telefono }), ...(lid && { lid }) });
  if (!persona.ok) return persona;
  deps.addresses.came(persona.value, mensaje.de);
  const accepted = await deps.chat.accept(await inboundOf(deps, mensaje, persona.value));
  if (!accepted.ok && accepted.failure.code !== 'IDEMPOTENCY_KEY_REUSED') return accepted;
  if (!accepted.ok) deps.logger.info('whatsapp-web.came-changed', { clase: mensaje.clase });
  if (mensaje.archivo) await rm(join(deps.medios, mensaje.archivo.ruta), { force: true });
  return ok(undefined);
}

async function inboundOf(deps: ReceiveDeps, mensaje: MensajeWeb, persona: string): Promise<InboundMessage> {
  const { id, telefono, enviadoEn, suceso } = mensaje;
  return {
    canal: 'WHATSAPP',
    conversacion: persona,
    externalId: id,
    texto: textOf(deps, mensaje),
    ...(await filesOf(deps, mensaje)),
    ...(suceso && { suceso }),
    telefono,
    enviadoEn: new Date(enviadoEn),
  };
}

function textOf({ texts }: ReceiveDeps, { texto, ubicacion }: MensajeWeb): string {
  if (!ubicacion) return texto;
  const { latitud, longitud, lugar } = ubicacion;
  const punto = `${latitud.toFixed(6)}, ${longitud.toFixed(6)}`;
  return lugar === undefined
    ? texts()('whatsapp.ubicacion', { punto })
    : texts()('whatsapp.ubicacion_con_nombre', { punto, lugar });
}

async function filesOf(
  deps: ReceiveDeps,
  { clase, archivo, noRecibido }: MensajeWeb,
): Promise<{ readonly anexos: readonly AnexoRecibido[]; readonly noRecibidos?: readonly AnexoNoRecibido[] }> {
  if (archivo) {
    const content = createReadStream(join(deps.medios, archivo.ruta));
    const received = await deps.receiveFile({ nombre: archivo.nombre ?? nameOf(deps, clase), content });
    return received.ok ? { anexos: [received.value] } : { anexos: [], noRecibidos: [received.failure] };
  }
  if (!noRecibido) return { anexos: [] };
  const { motivo, nombre = nameOf(deps, clase) } = noRecibido;
  return { anexos: [], noRecibidos: [{ nombre, motivo }] };
}
