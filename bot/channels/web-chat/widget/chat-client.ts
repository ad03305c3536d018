import type { ClientListener, ClientPorts } from './client-ports';
import { createOutbox } from './outbox';
import type { HistoryItem, OwnMessage } from './protocol';
import { Receiver } from './receiver';
import { createSender } from './sender';
import { createSession } from './session';

/** The conversation with the server, without any screen: it loses nothing typed and shows nothing twice. */
export interface ChatClient {
  start(): void;
  /** Keeps the message until the server has it. An option carries its id and its title as text. */
  send(texto: string, opcion?: string): void;
  /** The browser says that the net is back. */
  wake(): void;
  stop(): void;
}

export function createChatClient(ports: ClientPorts, listener: ClientListener): ChatClient {
  const outbox = createOutbox(ports.store);
  let hasHistory = false;

  const show = (message: OwnMessage): void => {
    listener.written(message);
    listener.delivery(message, { estado: 'pendiente' });
  };

  const history = (items: readonly HistoryItem[]): void => {
    hasHistory = true;
    listener.history(items);
    // What the server already has needs no sending: its answer was lost, not the message.
    for (const { de, mensaje } of items) if (de === 'ciudadano') outbox.settle(mensaje.id);
    outbox.all().forEach(show);
    sender.wake();
  };

  const session = createSession(ports, () => {
    receiver.restart();
    if (hasHistory) listener.newSession();
  });
  const sender = createSender({ ports, outbox, session, listener });
  const receiver = new Receiver({ ports, session, listener: { ...forwarded(listener), history } });

  return {
    start: () => receiver.start(),
    send(texto, opcion) {
      const message = { id: ports.newId(), texto, opcion, en: ports.now().toISOString() };
      outbox.add(message);
      show(message);
      sender.wake();
    },
    wake() {
      receiver.wake();
      sender.wake();
    },
    stop() {
      receiver.stop();
      sender.stop();
    },
  };
}

// A listener may be an object with methods on its prototype, which spreading would lose.
const forwarded = (listener: ClientListener): Pick<ClientListener, 'received' | 'connection' | 'typing'> => ({
  received: (message) => listener.received(message),
  connection: (state) => listener.connection(state),
  typing: () => listener.typing(),
});
