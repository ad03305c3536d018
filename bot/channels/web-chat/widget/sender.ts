import { retryDelay } from './backoff';
import type { ClientListener, ClientPorts } from './client-ports';
import type { Outbox } from './outbox';
import { parseRefusal, type OwnMessage } from './protocol';
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
  const response = await post(deps.session, message);
  const verdict = response
    ? sendVerdict(response.status, response.headers.get('Retry-After'))
    : ({ kind: 'retry' } as const);
  switch (verdict.kind) {
    case 'delivered':
      outbox.settle(message.id);
      listener.delivery(message, { estado: 'enviado' });
      return undefined;
    case 'refused':
      outbox.settle(message.id);
      listener.delivery(message, { estado: 'rechazado', mensaje: await refusalOf(response) });
      return undefined;
    case 'wait':
      listener.waiting(verdict.seconds);
      return verdict.seconds * 1000;
    default:
      listener.connection('sin-conexion');
      return retryDelay(failures, ports.random());
  }
}

async function post(session: Session, { id, texto, opcion }: OwnMessage): Promise<Response | undefined> {
  try {
    return await session.fetch('/chat/mensajes', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ id, texto, opcion }),
    });
  } catch {
    return undefined;
  }
}

async function refusalOf(response: Response | undefined): Promise<string> {
  try {
    return parseRefusal(await response?.json());
  } catch {
    return '';
  }
}
