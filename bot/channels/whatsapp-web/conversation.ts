import type { Salida } from '../../envios/envios';
import type { Chat, Interlocutor, OutboundMessage } from '../channel';
import type { Addresses } from './address-of';
import { receiveMessage } from './receive-message';
import { type Begin, createSendReply } from './send-reply';
import type { KeptState } from './session/kept-state';
import { type RunningSession, runSession } from './session/run-session';
import type { Marca, WhatsappWebDeps } from './whatsapp-web';
import type { FromChild, MensajeWeb } from './wire/from-child';

interface Deps extends WhatsappWebDeps {
  readonly chat: Pick<Chat, 'accept'>;
  readonly addresses: Addresses;
  readonly kept: KeptState;
  readonly onQr: (codigo: string | undefined) => void;
  readonly onAck: (marca: Marca) => void;
}

const ESTADOS: ReadonlyMap<number, Marca['estado']> = new Map<number, Marca['estado']>([
  [-1, 'FALLIDO'],
  [1, 'ENVIADO'],
  [2, 'ENTREGADO'],
  [3, 'LEIDO'],
  [4, 'LEIDO'],
]);

/** A session with both directions of its messages. */
export function createConversation(given: Deps): {
  readonly session: RunningSession;
  readonly send: (who: Interlocutor, reply: OutboundMessage, begin: Begin) => Promise<Salida>;
} {
  const deps = { ...given, medios: given.folder.medios };
  const { kept, logger } = deps;
  const inHand = new Set<string>();
  const sending = createSendReply({
    ...deps,
    isReady: () => session.session().fase === 'READY',
    order: (order) => session.order(order),
  });

  /** Stored, and only then acknowledged. The child sends again what is not. */
  const store = async (mensaje: MensajeWeb): Promise<void> => {
    if (inHand.has(mensaje.id)) return;
    inHand.add(mensaje.id);
    try {
      const stored = await receiveMessage(deps, mensaje);
      if (!stored.ok) return logger.warn('whatsapp-web.not-stored', { code: stored.failure.code });
      kept.received(new Date(mensaje.enviadoEn));
      session.order({ tipo: 'guardado', id: mensaje.id });
    } catch (cause) {
      logger.error('whatsapp-web.not-stored', {}, cause);
    } finally {
      inHand.delete(mensaje.id);
    }
    return undefined;
  };

  const onTold = (told: FromChild): void => {
    if (told.tipo === 'mensaje') void store(told);
    if (told.tipo === 'enviado' || told.tipo === 'no-enviado') sending.told(told);
    if (told.tipo === 'marca') tellMark(deps, told);
  };

  const session: RunningSession = runSession({
    ...deps,
    onTold,
    onGone: () => sending.gone(),
    isBusy: () => sending.isBusy(),
  });
  return { session, send: (who, reply, begin) => sending.send(who, reply, begin) };
}

function tellMark(
  { onAck, clock }: Deps,
  { proveedorId, marca }: Extract<FromChild, { tipo: 'marca' }>,
): void {
  const estado = ESTADOS.get(marca);
  if (estado) onAck({ de: { proveedorId }, estado, en: clock.now() });
}
