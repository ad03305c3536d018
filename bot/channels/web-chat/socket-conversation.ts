import type { WebSocket } from 'ws';
import { failure, HTTP_STATUS, type Failure } from '../../../api/base/kernel/failures';
import type { Result } from '../../../api/base/kernel/result';
import type { Interlocutor } from '../channel';
import { acceptMessage, type Acknowledged } from './chat-message';
import { followReplies } from './follow-replies';
import { forBrowser } from './reply-for-browser';
import type { SesionChat } from './sesiones-chat';
import { HEARTBEAT_MS, type ChatDeps } from './web-chat-deps';

/** What may wait for a browser that does not read, in bytes; past it the browser is gone for us. */
const MAX_UNREAD = 1024 * 1024;

/** Told to a browser whose session ended. */
const CLOSE_SESSION = 4401;

/**
 * One browser's socket. It sends {tipo: 'mensaje', id, texto, opcion?, anexos?, noRecibidos?} and is answered, once the
 * message is stored durably, {tipo: 'acuse', id, repetido}; or {tipo: 'rechazo', id, estado, mensaje, segundos?} with the
 * status that a POST would have. It is told {tipo: 'turno'} when an answer is being prepared, {tipo: 'respuestas',
 * respuestas: […]} with what one turn said, and {tipo: 'latido'} now and then. Whatever else comes closes the socket.
 */
export async function converse(
  deps: ChatDeps,
  sesion: SesionChat,
  seen: number,
  client: WebSocket,
): Promise<void> {
  const who: Interlocutor = { canal: 'WEB_CHAT', conversacion: sesion.conversacion };
  const tell = (frame: object): void => {
    if (client.bufferedAmount > MAX_UNREAD) client.terminate();
    else if (client.readyState === client.OPEN) client.send(JSON.stringify(frame));
  };
  // Before anything is awaited: a message may be right behind the greeting.
  client.on('message', receiver(deps, sesion, client, tell));
  beat(deps, client, tell);
  if (seen > 0) await deps.chat.delivered(who, seen);
  if (client.readyState !== client.OPEN) return;
  const silence = followReplies(deps.chat, who, seen, {
    turn: () => tell({ tipo: 'turno' }),
    replies: (replies) => tell({ tipo: 'respuestas', respuestas: replies.map(forBrowser) }),
    failed(cause) {
      deps.logger.error('web-chat.socket', {}, cause);
      // Cut: the browser comes back to where it was.
      client.terminate();
    },
  });
  client.on('close', silence);
}

/** Signs of life both ways: one the page can hear, and the protocol's own, whose answer tells that it is there. */
function beat({ every }: ChatDeps, client: WebSocket, tell: (frame: object) => void): void {
  let isAlive = true;
  client.on('pong', () => (isAlive = true));
  const stop = every(HEARTBEAT_MS, () => {
    if (!isAlive) {
      client.terminate();
      return;
    }
    isAlive = false;
    client.ping();
    tell({ tipo: 'latido' });
  });
  client.on('close', stop);
}

function receiver(deps: ChatDeps, sesion: SesionChat, client: WebSocket, tell: (frame: object) => void) {
  // One after another: what a person wrote first is stored first.
  let last: Promise<void> = Promise.resolve();
  return (data: unknown, isBinary: boolean): void => {
    const message = isBinary ? undefined : messageIn(String(data));
    if (!message) return client.close(1008);
    if (sesion.venceEn <= deps.clock.now()) return client.close(CLOSE_SESSION);
    const { id } = message;
    const permit = deps.limit.take(sesion.id);
    if (!permit.ok) {
      tell(refusal(deps, id, failure('TOO_MANY_REQUESTS', { segundos: permit.segundos })));
      return undefined;
    }
    last = last
      .then(() => acceptMessage(deps, sesion, message))
      .then((accepted) => tell(answerTo(deps, id, accepted)))
      .catch((cause: unknown) => {
        deps.logger.error('web-chat.socket', {}, cause);
        tell(refusal(deps, id, failure('INTERNAL')));
      });
    return undefined;
  };
}

/** The fields of a message; undefined for what is not one. Its fields are parsed when it is accepted. */
function messageIn(text: string): { readonly id: unknown } | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || !('tipo' in parsed) || !('id' in parsed))
      return undefined;
    const { tipo, ...message } = parsed;
    return tipo === 'mensaje' ? message : undefined;
  } catch {
    return undefined;
  }
}

const answerTo = (deps: ChatDeps, id: unknown, accepted: Result<Acknowledged, Failure>): object =>
  accepted.ok ? { tipo: 'acuse', ...accepted.value } : refusal(deps, id, accepted.failure);

const refusal = ({ explain }: ChatDeps, id: unknown, why: Failure): object => ({
  tipo: 'rechazo',
  id: typeof id === 'string' ? id.slice(0, 64) : '',
  estado: HTTP_STATUS[why.code],
  mensaje: explain(why),
  segundos: why.detail?.['segundos'],
});
