import { failure } from '../../../api/base/kernel/failures';
import { err, ok } from '../../../api/base/kernel/result';
import type { Chat } from '../channel';
import { createAddresses } from './address-of';
import { createConversation } from './conversation';
import { createKeeper } from './session/keep-open';
import { createKeptState } from './session/kept-state';
import { createQrFile } from './session/qr-file';
import { OFF } from './session/session';
import type { Marca, WhatsappWeb, WhatsappWebDeps } from './whatsapp-web';

/** How often it is looked at whether a person linked it again, in milliseconds. */
const LOOK_MS = 30_000;

/**
 * WhatsApp by WhatsApp Web, which WhatsApp does not permit: off until somebody accepts that in writing. The library runs
 * in a child program of its own; here what it brings is stored and then acknowledged, and what is answered is paced.
 */
export function createWhatsappWeb(deps: WhatsappWebDeps): WhatsappWeb {
  const { folder, clock, logger, personas } = deps;
  const addresses = createAddresses((persona) => personas.aliasOf(persona));
  const listeners: ((marca: Marca) => void)[] = [];
  const writeQr = createQrFile(folder);
  const onQr = (codigo: string | undefined): void => {
    // Never the code itself: whoever has it has the number.
    if (codigo !== undefined) logger.warn('whatsapp-web.qr', { archivo: folder.qr });
    writeQr(codigo).catch((cause: unknown) => logger.error('whatsapp-web.qr-not-written', {}, cause));
  };
  const onAck = (marca: Marca): void => listeners.forEach((listener) => listener(marca));
  let chat: Pick<Chat, 'accept'> | undefined;
  const keeper = createKeeper({
    folder,
    logger,
    run(guardado) {
      if (!chat) throw new Error('it was not started');
      const kept = createKeptState(folder, guardado, clock);
      return createConversation({ ...deps, chat, addresses, kept, onQr, onAck });
    },
  });
  let stopLooking = (): void => {};

  return {
    async start(itsChat) {
      if (!deps.aceptado) return err(failure('DECISION_MISSING'));
      chat = itsChat;
      await folder.prepare();
      await keeper.look();
      stopLooking = deps.every(LOOK_MS, () => void keeper.look());
      return ok(undefined);
    },
    send: async (who, reply, begin = async () => true) =>
      keeper.running()?.send(who, reply, begin) ?? { estado: 'PENDIENTE', codigo: 'NO_LISTO' },
    onAck: (listener) => void listeners.push(listener),
    session: () => keeper.running()?.session.session() ?? OFF,
    async stop() {
      stopLooking();
      await keeper.close();
    },
  };
}
