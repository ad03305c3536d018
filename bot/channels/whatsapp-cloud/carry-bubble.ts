import type { Failure } from '../../../api/base/kernel/failures';
import type { Result } from '../../../api/base/kernel/result';
import type { Texts } from '../../../content/texts';
import type { EstadoEnvio } from '../../envios/envio';
import type { Envios } from '../../envios/envios';
import type { OutboundMessage } from '../channel';
import type { Budget } from './budget';
import type { createCarryMessage } from './carry-message';
import { audioPayload, isAudio, type SentFile } from './file-payload';
import { payloadOf } from './message-payload';
import type { Payload } from './payload';
import type { UploadedFiles } from './upload-file';

interface Deps {
  readonly carry: ReturnType<typeof createCarryMessage>;
  readonly budget: Pick<Budget, 'count'>;
  readonly envios: Pick<Envios, 'find'>;
  readonly files: Pick<UploadedFiles, 'idOf'>;
  readonly texts: () => Texts;
}

/** What is said to one person. */
interface Said {
  /** Ours, the same however often it is sent: it happens once. */
  readonly id: string;
  readonly persona: string;
  readonly message: OutboundMessage;
}

/**
 * Carries one bubble. A file is uploaded before anything of it is begun, and goes in the same message; a sound, which
 * takes no text, in one of its own before it. A file that cannot go is a link in the text.
 */
export function createCarryBubble({ carry, budget, envios, files, texts }: Deps) {
  const send = async (id: string, persona: string, payload: () => Payload) => {
    const carried = await carry({ envio: { id, canal: 'WHATSAPP' }, persona, payload });
    if (carried.ok) budget.count();
    return carried;
  };
  const went = async (id: string): Promise<boolean> => {
    const estado = (await envios.find(id))?.estado;
    return estado !== undefined && WENT.has(estado);
  };
  return async ({ id, persona, message }: Said): Promise<Result<void, Failure>> => {
    const file = await sentFile(files, message);
    if (!file || !isAudio(file.archivo)) {
      return send(id, persona, () => payloadOf(message, texts(), file));
    }
    const soundId = `${id}.archivo`;
    const sound = await send(soundId, persona, () => audioPayload(file.id));
    if (!sound.ok) return sound;
    // Unless it went for sure, its link goes with the text.
    const text = (await went(soundId)) ? { ...message, archivo: undefined } : message;
    return send(id, persona, () => payloadOf(text, texts()));
  };
}

const WENT: ReadonlySet<EstadoEnvio> = new Set(['ENVIADO', 'ENTREGADO', 'LEIDO']);

async function sentFile(
  files: Pick<UploadedFiles, 'idOf'>,
  { archivo }: OutboundMessage,
): Promise<SentFile | undefined> {
  const id = archivo && (await files.idOf(archivo));
  return archivo && id !== undefined ? { archivo, id } : undefined;
}
