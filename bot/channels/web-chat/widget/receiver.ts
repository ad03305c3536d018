import { retryDelay } from './backoff';
import type { ClientListener, ClientPorts } from './client-ports';
import { listenToEvents } from './listen-to-events';
import { openLiveSocket, type LiveSocket } from './live-socket';
import { parseHistory, type Frame } from './protocol';
import type { Session } from './session';
import { watchSilence } from './silence-watch';

interface ReceiverDeps {
  readonly ports: ClientPorts;
  readonly session: Session;
  readonly listener: Pick<ClientListener, 'history' | 'received' | 'connection' | 'typing'>;
}

/** Sockets that do not open where the other way does: then there is no use in trying. */
const SOCKETS_TRIED = 2;

/** Brings the history and then everything new, by socket or by events, and comes back by itself to where it was. */
export class Receiver {
  /** The last message shown: the server is asked for what follows it. */
  private lastSeq = 0;
  private hasHistory = false;
  private isOpen = false;
  private isStopped = false;
  private failures = 0;
  private socketsBlocked = 0;
  private socket?: LiveSocket;
  private current = new AbortController();
  private forgetRetry = (): void => {};

  constructor(private readonly deps: ReceiverDeps) {}

  /** The socket that is open, to send by. */
  get live(): LiveSocket | undefined {
    return this.socket;
  }

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
    const tries = this.socketsBlocked < SOCKETS_TRIED;
    if (tries && (await this.listenToSocket(controller.signal))) return;
    await listenToEvents({
      ...this.deps,
      controller,
      lastSeq: this.lastSeq,
      opened: () => {
        // The net is well and the socket did not open: something on the way forbids it.
        if (tries) this.socketsBlocked += 1;
        this.opened();
      },
      heard: (frame) => this.accept(frame),
    });
  }

  /** Listens until it ends; false when it never opened. */
  private async listenToSocket(signal: AbortSignal): Promise<boolean> {
    const { ports } = this.deps;
    let heard = (): void => {};
    const socket = await openLiveSocket(ports, this.lastSeq, (frame) => {
      heard();
      this.accept(frame);
    });
    if (!socket) return false;
    const close = (): void => socket.close();
    const silence = watchSilence(ports, close);
    heard = () => silence.heard();
    signal.addEventListener('abort', close);
    if (signal.aborted) close();
    this.socket = socket;
    this.socketsBlocked = 0;
    this.opened();
    await socket.ended;
    if (this.socket === socket) this.socket = undefined;
    silence.end();
    return true;
  }

  private opened(): void {
    this.isOpen = true;
    this.failures = 0;
    this.deps.listener.connection('conectado');
  }

  private accept(frame: Frame): void {
    if (frame.tipo === 'turno') this.deps.listener.typing();
    if (frame.tipo !== 'respuestas') return;
    // After a reconnection the server may repeat; each message is shown once.
    const fresh = frame.respuestas.filter(({ seq }) => seq > this.lastSeq);
    const last = fresh.at(-1);
    if (!last) return;
    this.lastSeq = last.seq;
    this.deps.listener.received(fresh);
  }
}
