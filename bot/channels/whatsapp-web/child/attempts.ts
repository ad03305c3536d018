import { NoAnswer, type Bounded } from './bounded';
import type { WwebMessage } from './wweb-client';

/** How a sending ended. SIN_CHAT and RECHAZADO: nothing went. SIN_RESPUESTA: it may have gone. */
export type Outcome =
  { readonly proveedorId: string } | { readonly motivo: 'SIN_CHAT' | 'RECHAZADO' | 'SIN_RESPUESTA' };

interface Attempt {
  /** The names of the person: sent to one, the page may tell of it by another. */
  readonly names: readonly string[];
  /** What is written in the message, by which the page's word of it is known. */
  readonly said: string;
  /** How long the page has. */
  readonly ms: number;
}

/** How long the page's own word of what it sent is awaited after a failure. */
const ECHO_MS = 3_000;

/**
 * One sending at a time to each address. A call that fails may have sent all the same: the page tells of each message it
 * makes (`created`), and that word is awaited before the failure is told.
 */
export function createAttempts(bounded: Bounded) {
  const awaited = new Map<string, (id: string) => void>();
  const keyOf = (to: string, said: string): string => `${to}\n${said}`;
  return {
    async attempt(
      { names, said, ms }: Attempt,
      send: () => Promise<WwebMessage | undefined>,
    ): Promise<Outcome> {
      const echo = new Promise<string>((resolve) => {
        for (const name of names) awaited.set(keyOf(name, said), resolve);
      });
      const echoed = async (motivo: 'RECHAZADO' | 'SIN_RESPUESTA' | 'SIN_CHAT'): Promise<Outcome> =>
        bounded(ECHO_MS, () => echo).then(
          (proveedorId) => ({ proveedorId }),
          () => ({ motivo }),
        );
      try {
        const sent = await bounded(ms, send);
        // Undefined is how the library says that there is no such chat, or that it lost the message.
        return sent ? { proveedorId: sent.id._serialized } : await echoed('SIN_CHAT');
      } catch (cause) {
        if (cause instanceof NoAnswer) return await echoed('SIN_RESPUESTA');
        return await echoed(isNoChat(cause) ? 'SIN_CHAT' : 'RECHAZADO');
      } finally {
        for (const name of names) awaited.delete(keyOf(name, said));
      }
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
