import type { ClientListener, ClientPorts } from './client-ports';
import { createOutbox } from './outbox';
import type { HistoryItem, OwnMessage, SentFiles } from './protocol';
import { Receiver } from './receiver';
import { createSender } from './sender';
import { createSession, type Session } from './session';

/** What the person says: words, files, or an option with its id and its title as text. */
export interface Said extends SentFiles {
  readonly texto: string;
  readonly opcion?: string;
}

/** The conversation with the server, without any screen: it loses nothing typed and shows nothing twice. */
export interface ChatClient {
  /** What else asks the server asks under the same session. */
  readonly session: Session;
  start(): void;
  /** Keeps the message until the server has it. */
  send(said: Said): void;
  /** The browser says that the net is back. */
  wake(): void;
  stop(): void;
}

export function createChatClient(ports: ClientPorts, listener: ClientListener): ChatClient {
  const outbox = createOutbox(ports.store);
  let hasHistory = false;

  const history = (items: readonly HistoryItem[]): void => {
    hasHistory = true;
    listener.history(items);
    // What the server already has needs no sending: its answer was lost, not the message.
    for (const { de, mensaje } of items) if (de === 'ciudadano') outbox.settle(mensaje.id);
    for (const message of outbox.all()) show(listener, message);
    sender.wake();
  };

  const session = createSession(ports, {
    renewed() {
      receiver.restart();
      if (hasHistory) listener.newSession();
    },
    refused: () => listener.noSession(),
  });
  const sender = createSender({ ports, outbox, session, listener, live: () => receiver.live });
  const receiver = new Receiver({ ports, session, listener: { ...forwarded(listener), history } });

  return {
    session,
    start: () => receiver.start(),
    send(said) {
      const message = { id: ports.newId(), ...said, en: ports.now().toISOString() };
      outbox.add(message);
      show(listener, message);
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

function show(listener: ClientListener, message: OwnMessage): void {
  listener.written(message);
  listener.delivery(message, { estado: 'pendiente' });
}

// A listener may be an object with methods on its prototype, which spreading would lose.
const forwarded = (listener: ClientListener): Pick<ClientListener, 'received' | 'connection' | 'typing'> => ({
  received: (messages) => listener.received(messages),
  connection: (state) => listener.connection(state),
  typing: () => listener.typing(),
});
