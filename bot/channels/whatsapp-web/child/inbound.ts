import type { Suceso } from '../../channel';
import { fromChild, type FromChild, type MensajeWeb } from '../wire/from-child';
import { catchUp } from './catch-up';
import { createPendingMessages } from './pending-messages';
import { readMessage, readSuceso, type ReadDeps } from './read-message';
import { createTurns } from './turns';
import type { WwebClient, WwebMessage } from './wweb-client';

export interface InboundDeps extends ReadDeps {
  readonly client: WwebClient;
  readonly emit: (told: FromChild) => void;
  /** Something failed that nobody waits for. */
  readonly stumble: (cause: unknown) => void;
}

const SEEN_MS = 5_000;
/** What WhatsApp calls new is taken though clocks differ this much, in milliseconds. */
const SKEW_MS = 60 * 60_000;

/** What people write, on its way to the parent. */
export function createInbound(deps: InboundDeps) {
  const { client, bounded, emit, stumble } = deps;
  const turns = createTurns(stumble);
  let since = 0;

  const seen = (chat: string): void => {
    // Only what is stored is shown as seen, and its failure costs nothing: this breaks when WhatsApp changes.
    void bounded(SEEN_MS, () => client.sendSeen(chat)).catch(() => undefined);
  };
  const pending = createPendingMessages({ send: emit, onEmpty: seen });

  const inTurn = (chat: string, id: string, read: () => Promise<MensajeWeb | undefined>): void => {
    if (!pending.admits(id)) return;
    turns.take(chat, id, async () => {
      const mensaje = await read();
      const parsed = mensaje && fromChild.safeParse(mensaje);
      if (parsed && !parsed.success) stumble('mensaje');
      if (parsed?.success && parsed.data.tipo === 'mensaje') pending.add(parsed.data);
    });
  };
  const take = (message: WwebMessage): void => {
    if (message.timestamp * 1_000 < since - SKEW_MS) return;
    inTurn(message.from, message.id._serialized, () => readMessage(deps, message));
  };

  const readSince = (from: number): Promise<void> => {
    since = from;
    return catchUp({ client, bounded, take }, since).catch(stumble);
  };

  return {
    take,
    /** Something happened to a message; `which` tells one happening from another of the same message. */
    happened(message: WwebMessage, suceso: Suceso, which = ''): void {
      const id = `${message.id._serialized}#${suceso.toLowerCase()}${which}`;
      inTurn(message.from, id, () => readSuceso(deps, message, id, suceso));
    },
    catchUp: readSince,
    stored(id: string): void {
      pending.stored(id);
      if (pending.hasRoomAgain()) void readSince(since);
    },
    again: () => pending.again(),
  };
}

export type Inbound = ReturnType<typeof createInbound>;
