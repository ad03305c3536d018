import { retryDelay } from './backoff';
import type { ClientListener, ClientPorts } from './client-ports';
import type { Outbox } from './outbox';
import type { LiveSocket } from './live-socket';
import { parseRefusal, type OwnMessage, type SendAnswer } from './protocol';
import { sendVerdict } from './send-verdict';
import type { Session } from './session';

/** Sends what is in the outbox, one at a time and in order, until nothing is left. */
export interface Sender {
  /** There is something new, or the net may be back: try now. */
  wake(): void;
  stop(): void;
}

interface SenderDeps {
  readonly ports: ClientPorts;
  readonly outbox: Outbox;
  readonly session: Session;
  readonly listener: Pick<ClientListener, 'delivery' | 'waiting' | 'connection'>;
  /** The socket that is open, if any. */
  readonly live: () => LiveSocket | undefined;
}

export function createSender(deps: SenderDeps): Sender {
  const { ports, outbox } = deps;
  let sending = false;
  let failures = 0;
  let forget = (): void => {};
  let stopped = false;

  const later = (milliseconds: number): void => {
    forget();
    forget = ports.schedule(milliseconds, wake);
  };

  const drain = async (): Promise<void> => {
    for (let next = outbox.all()[0]; next && !stopped; next = outbox.all()[0]) {
      const pause = await sendOne(deps, next, failures);
      if (pause === undefined) {
        failures = 0;
        continue;
      }
      failures += 1;
      later(pause);
      return;
    }
  };

  function wake(): void {
    if (sending || stopped) return;
    forget();
    sending = true;
    void drain().finally(() => {
      sending = false;
    });
  }

  return {
    wake,
    stop() {
      stopped = true;
      forget();
    },
  };
}

/** Sends one and settles it; otherwise, how many milliseconds to wait before it is tried again. */
async function sendOne(deps: SenderDeps, message: OwnMessage, failures: number): Promise<number | undefined> {
  const { ports, outbox, listener } = deps;
  listener.delivery(message, { estado: 'enviado' });
  // What the socket did not answer may have arrived: under the same id it is the same message.
  const answer = (await deps.live()?.send(message)) ?? (await post(deps.session, message));
  const verdict = answer ? sendVerdict(answer.status, answer.retryAfter) : ({ kind: 'retry' } as const);
  switch (verdict.kind) {
    case 'delivered':
      outbox.settle(message.id);
      listener.delivery(message, { estado: 'recibido' });
      return undefined;
    case 'refused':
      outbox.settle(message.id);
      listener.delivery(message, { estado: 'rechazado', mensaje: answer?.mensaje ?? '' });
      return undefined;
    case 'wait':
      listener.delivery(message, { estado: 'pendiente' });
      listener.waiting(verdict.seconds);
      return verdict.seconds * 1000;
    default:
      listener.delivery(message, { estado: 'pendiente' });
      listener.connection('sin-conexion');
      return retryDelay(failures, ports.random());
  }
}

async function post(
  session: Session,
  { id, texto, opcion, anexos, noRecibidos }: OwnMessage,
): Promise<SendAnswer | undefined> {
  try {
    const response = await session.fetch('/chat/mensajes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ id, texto, opcion, anexos, noRecibidos }),
    });
    const { status, headers } = response;
    const mensaje = response.ok ? '' : await refusalOf(response);
    return { status, retryAfter: headers.get('Retry-After'), mensaje };
  } catch {
    return undefined;
  }
}

async function refusalOf(response: Response): Promise<string> {
  try {
    return parseRefusal(await response.json());
  } catch {
    return '';
  }
}
