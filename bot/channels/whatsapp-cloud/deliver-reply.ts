import type { Clock } from '../../../api/base/kernel/clock';
import { hourAfter } from '../../../api/base/kernel/coarse-time';
import type { Sealing } from '../../../api/base/kernel/sealing';
import type { Texts } from '../../../content/texts';
import { envioId } from '../../envios/envio';
import type { Deliver } from '../channel';
import { fileAsLink } from '../file-as-link';
import { replyEnvioId } from '../reply-envio';
import type { Budget } from './budget';
import type { createCarryBubble } from './carry-bubble';
import type { UploadedFiles } from './upload-file';

interface Deps {
  readonly carry: ReturnType<typeof createCarryBubble>;
  readonly budget: Pick<Budget, 'isSpent'>;
  readonly files: Pick<UploadedFiles, 'forget'>;
  readonly sealing: Pick<Sealing, 'blind'>;
  readonly texts: () => Texts;
  readonly clock: Clock;
  /** Where the site is seen, without a slash at the end. */
  readonly publicUrl: string;
}

/**
 * Sends a reply of the conversation. When the month's budget is spent, acuses and what is said in an emergency go all
 * the same; the rest becomes one link an hour to the chat of the site: who asks again later is not left in silence.
 */
export function createDeliverReply(deps: Deps): Deliver {
  const { carry, budget, files, sealing, texts, clock, publicUrl } = deps;
  return async (who, reply, vez) => {
    const persona = who.conversacion;
    if (reply.clase !== undefined || !(await budget.isSpent())) {
      // What may have failed for its file is said again with a link, and whoever asks next has it uploaded anew.
      if (vez === 'AGAIN' && reply.archivo) files.forget(reply.archivo);
      const message = vez === 'AGAIN' ? fileAsLink(reply) : reply;
      return carry({ id: replyEnvioId(sealing, who, reply, vez), persona, message });
    }
    const message = { texto: texts()('whatsapp.tope', { url: publicUrl }), opciones: [] };
    const key = sealing.blind(`${persona}:tope:${hourAfter(clock.now()).toISOString()}`, 'envios.id');
    return carry({ id: envioId('RESPUESTA', key), persona, message });
  };
}
