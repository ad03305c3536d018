import { retryDelay } from './backoff';
import type { ClientListener, ClientPorts } from './client-ports';
import { createEventParser, type ServerEvent } from './event-parser';
import { parseBotMessage, parseHistory } from './protocol';
import type { Session } from './session';
import { watchSilence } from './silence-watch';

interface ReceiverDeps {
  readonly ports: ClientPorts;
  readonly session: Session;
  readonly listener: Pick<ClientListener, 'history' | 'received' | 'connection' | 'typing'>;
}

/** Brings the history and then everything new, and comes back by itself to where it was. */
export class Receiver {
  /** The last message shown: the server is asked for what follows it. */
  private lastSeq = 0;
  private hasHistory = false;
  private isOpen = false;
  private isStopped = false;
  private failures = 0;
  private current = new AbortController();
  private forgetRetry = (): void => {};

  constructor(private readonly deps: ReceiverDeps) {}

  start(): void {
    this.deps.listener.connection('conectando');
    void this.run();
  }

  /** The net may be back: do not wait any longer. */
  wake(): void {
    if (this.isOpen || this.isStopped || this.failures === 0) return;
    this.current.abort();
    void this.run();
  }

  /** The conversation on the server is another: what was open is of the old one. */
  restart(): void {
    this.lastSeq = 0;
    if (this.isOpen) this.current.abort();
  }

  stop(): void {
    this.isStopped = true;
    this.forgetRetry();
    this.current.abort();
  }

  private async run(): Promise<void> {
    this.forgetRetry();
    const controller = new AbortController();
    this.current = controller;
    try {
      if (!this.hasHistory) await this.bringHistory(controller.signal);
      await this.listen(controller);
    } catch {
      // Cut or unreachable: it is tried again below.
    }
    if (this.isStopped || this.current !== controller) return;
    this.isOpen = false;
    // A connection that ends now and then is normal; only one that does not come back is news.
    if (this.failures > 0) this.deps.listener.connection('sin-conexion');
    const pause = retryDelay(this.failures, this.deps.ports.random());
    this.failures += 1;
    this.forgetRetry = this.deps.ports.schedule(pause, () => void this.run());
  }

  private async bringHistory(signal: AbortSignal): Promise<void> {
    const response = await this.deps.session.fetch('/chat/historial', {
      signal,
      headers: { Accept: 'application/json' },
    });
    if (!response.ok) throw new Error('no history');
    const items = parseHistory(await response.json());
    for (const item of items) {
      if (item.de === 'asistente') this.lastSeq = Math.max(this.lastSeq, item.mensaje.seq);
    }
    this.hasHistory = true;
    this.deps.listener.history(items);
  }

  private async listen(controller: AbortController): Promise<void> {
    const { ports, session, listener } = this.deps;
    const response = await session.fetch('/chat/eventos', {
      signal: controller.signal,
      headers: { Accept: 'text/event-stream', 'Last-Event-ID': String(this.lastSeq) },
    });
    if (!response.ok || !response.body) throw new Error('no events');
    this.isOpen = true;
    this.failures = 0;
    listener.connection('conectado');
    const silence = watchSilence(ports, () => controller.abort());
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    const parse = createEventParser();
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        silence.heard();
        for (const event of parse(decoder.decode(piece.value, { stream: true }))) this.accept(event);
      }
    } finally {
      silence.end();
    }
  }

  private accept({ event, data }: ServerEvent): void {
    if (event === 'turno') {
      this.deps.listener.typing();
      return;
    }
    const message = parseBotMessage(jsonOf(data));
    // After a reconnection the server may repeat; each message is shown once.
    if (!message || message.seq <= this.lastSeq) return;
    this.lastSeq = message.seq;
    this.deps.listener.received(message);
  }
}

function jsonOf(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
