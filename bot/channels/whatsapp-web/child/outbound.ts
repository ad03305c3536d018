import type { FromChild } from '../wire/from-child';
import type { ToChild } from '../wire/to-child';
import { NoAnswer, type Bounded } from './bounded';
import type { WwebClient, WwebMessage } from './wweb-client';

export type Enviar = Extract<ToChild, { tipo: 'enviar' }>;

interface Deps {
  readonly client: WwebClient;
  readonly bounded: Bounded;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly emit: (told: FromChild) => void;
}

const TYPING_MS = 3_000;
const SEND_MS = 20_000;
/** How long the page's own word of what it sent is awaited after a failure. */
const ECHO_MS = 3_000;

// Never as seen before sending (one of the library's weakest calls), nor anything fetched because of a link.
const OPTIONS = { sendSeen: false, linkPreview: false, parseVCards: false } as const;

type Outcome =
  { readonly proveedorId: string } | { readonly motivo: 'SIN_CHAT' | 'RECHAZADO' | 'SIN_RESPUESTA' };

/**
 * Sends replies. A call that fails may have sent all the same: the page tells of each message it makes (`created`), and
 * that word is awaited before the failure is told.
 */
export function createOutbound({ client, bounded, wait, emit }: Deps) {
  const awaited = new Map<string, (id: string) => void>();
  const keyOf = (to: string, texto: string): string => `${to}\n${texto}`;

  const sendTo = async (to: string, texto: string): Promise<Outcome> => {
    const echo = new Promise<string>((resolve) => awaited.set(keyOf(to, texto), resolve));
    const echoed = async (motivo: 'RECHAZADO' | 'SIN_RESPUESTA' | 'SIN_CHAT'): Promise<Outcome> =>
      bounded(ECHO_MS, () => echo).then(
        (proveedorId) => ({ proveedorId }),
        () => ({ motivo }),
      );
    try {
      const sent = await bounded(SEND_MS, () => client.sendMessage(to, texto, OPTIONS));
      // Undefined is how the library says that there is no such chat, or that it lost the message.
      return sent ? { proveedorId: sent.id._serialized } : await echoed('SIN_CHAT');
    } catch (cause) {
      if (cause instanceof NoAnswer) return await echoed('SIN_RESPUESTA');
      return await echoed(isNoChat(cause) ? 'SIN_CHAT' : 'RECHAZADO');
    } finally {
      awaited.delete(keyOf(to, texto));
    }
  };

  return {
    async send({ id, a, texto, tecleandoMs }: Enviar): Promise<void> {
      let outcome: Outcome = { motivo: 'SIN_CHAT' };
      for (const to of a) {
        await showTyping({ client, bounded, wait }, to, tecleandoMs);
        outcome = await sendTo(to, texto);
        if (!('motivo' in outcome) || outcome.motivo !== 'SIN_CHAT') break;
      }
      emit(
        'motivo' in outcome ? { tipo: 'no-enviado', id, ...outcome } : { tipo: 'enviado', id, ...outcome },
      );
    },
    /** The page made a message: perhaps one of those that failed. */
    created({ fromMe, to = '', body, id }: WwebMessage): void {
      if (fromMe) awaited.get(keyOf(to, body))?.(id._serialized);
    },
  };
}

/** «No LID for user» and the like: nothing went, and another name of the same person may work. */
const isNoChat = (cause: unknown): boolean =>
  cause instanceof Error && /no lid for user/i.test(cause.message);

async function showTyping(
  { client, bounded, wait }: Pick<Deps, 'client' | 'bounded' | 'wait'>,
  to: string,
  milliseconds: number,
): Promise<void> {
  if (milliseconds === 0) return;
  // A courtesy: nothing waits for it, and its failure costs nothing.
  void bounded(TYPING_MS, async () => (await client.getChatById(to))?.sendStateTyping()).catch(
    () => undefined,
  );
  await wait(milliseconds);
}
