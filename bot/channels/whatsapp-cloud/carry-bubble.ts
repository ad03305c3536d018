import type { Failure } from '../../../api/base/kernel/failures';
import type { Result } from '../../../api/base/kernel/result';
import type { Sealing } from '../../../api/base/kernel/sealing';
import type { Texts } from '../../../content/texts';
import { type ClaseEnvio, envioId, type EstadoEnvio } from '../../envios/envio';
import type { Envios } from '../../envios/envios';
import type { OutboundMessage } from '../channel';
import type { Budget } from './budget';
import type { createCarryMessage } from './carry-message';
import { audioPayload, isAudio, type SentFile } from './file-payload';
import { payloadOf } from './message-payload';
import type { Payload } from './payload';
import type { UploadedFiles } from './upload-file';

export interface CarryBubbleDeps {
  readonly carry: ReturnType<typeof createCarryMessage>;
  readonly budget: Pick<Budget, 'count'>;
  readonly envios: Pick<Envios, 'find'>;
  readonly files: Pick<UploadedFiles, 'idOf'>;
  readonly sealing: Pick<Sealing, 'blind'>;
  readonly texts: () => Texts;
}

/** What is said to one person, under a name that makes it happen once. */
export interface Said {
  readonly persona: string;
  readonly what: string;
  readonly clase: ClaseEnvio;
  readonly message: OutboundMessage;
}

const WENT: ReadonlySet<EstadoEnvio> = new Set(['ENVIADO', 'ENTREGADO', 'LEIDO']);

/**
 * Carries one bubble. A file is uploaded before anything of it is begun, and goes in the same message; a sound, which
 * takes no text, in one of its own before it. A file that cannot go is a link in the text.
 */
export function createCarryBubble({ carry, budget, envios, files, sealing, texts }: CarryBubbleDeps) {
  const send = async ({ persona, what, clase }: Said, payload: () => Payload) => {
    // Nothing in the id leads to the person, and it is the same however often the bubble is sent.
    const id = envioId(clase, sealing.blind(`${persona}:${what}`, 'envios.id'));
    const carried = await carry({ envio: { id, canal: 'WHATSAPP' }, persona, payload });
    if (carried.ok) budget.count();
    return { id, carried };
  };

  /** The text that follows a sound: with its link, unless it went for sure. */
  const afterSound = async (id: string, message: OutboundMessage): Promise<OutboundMessage> => {
    const estado = (await envios.find(id))?.estado;
    return estado !== undefined && WENT.has(estado) ? { ...message, archivo: undefined } : message;
  };

  return async (said: Said): Promise<Result<void, Failure>> => {
    const { message } = said;
    const file = await sentFile(files, message);
    if (!file || !isAudio(file.archivo)) {
      return (await send(said, () => payloadOf(message, texts(), file))).carried;
    }
    const sound = await send({ ...said, what: `${said.what}:archivo` }, () => audioPayload(file.id));
    if (!sound.carried.ok) return sound.carried;
    const text = await afterSound(sound.id, message);
    return (await send(said, () => payloadOf(text, texts()))).carried;
  };
}

async function sentFile(
  files: Pick<UploadedFiles, 'idOf'>,
  { archivo }: OutboundMessage,
): Promise<SentFile | undefined> {
  const id = archivo && (await files.idOf(archivo));
  return archivo && id !== undefined ? { archivo, id } : undefined;
}
