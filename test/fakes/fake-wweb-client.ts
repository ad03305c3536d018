import { EventEmitter } from 'node:events';
import {
  BROWSER_GONE,
  BROWSER_OPEN,
  type WwebChat,
  type WwebClient,
  type WwebFile,
  type WwebMessage,
} from '../../bot/channels/whatsapp-web/child/wweb-client';

/** What the library and the page do wrong; several at once if wanted. */
export interface Faults {
  readonly initializeRejects?: unknown;
  readonly initializeHangs?: boolean;
  readonly readyNeverFires?: boolean;
  readonly doubleReady?: boolean;
  /** No call to the page is answered. */
  readonly hungEvaluate?: boolean;
  readonly sendReturnsUndefined?: boolean;
  /** What sendMessage throws. */
  readonly sendThrows?: unknown;
  /** What sendFile throws: a page whose way of taking files has changed. */
  readonly fileThrows?: unknown;
  /** The page sends, and then fails to say so. */
  readonly sendsAndThrows?: boolean;
  /** The page calls the person by another name than the one that was sent to. */
  readonly tellsAs?: string;
  readonly destroyHangs?: boolean;
  readonly namesFail?: boolean;
}

export const LID = '111222333@lid';
export const PHONE = '573001112233@c.us';

const never = <T>(): Promise<T> => new Promise(() => {});

/** The library's client as a script of events, with its faults. `linked` is what LocalAuth keeps between two of them. */
export class FakeWwebClient extends EventEmitter implements WwebClient {
  readonly sent: { readonly to: string; readonly texto: string; readonly archivo?: string }[] = [];
  readonly typed: string[] = [];
  readonly seen: string[] = [];
  readonly browserPid = undefined;
  chats: WwebChat[] = [];
  state: string | null = 'CONNECTED';
  destroyed = false;
  private count = 0;

  constructor(
    private readonly linked: { yes: boolean },
    public faults: Faults = {},
  ) {
    super();
  }

  async initialize(): Promise<void> {
    if (this.faults.initializeHangs) return never();
    if (this.faults.initializeRejects !== undefined) throw this.faults.initializeRejects;
    if (this.linked.yes) this.synchronise();
    else this.emit('qr', 'ref-1,abc');
    return undefined;
  }

  /** The phone reads the code. */
  scan(): void {
    this.linked.yes = true;
    this.synchronise();
  }

  synchronise(): void {
    this.emit('authenticated');
    if (this.faults.readyNeverFires) return;
    this.emit('ready');
    if (this.faults.doubleReady) {
      this.emit('authenticated');
      this.emit('ready');
    }
  }

  receive(message: WwebMessage): void {
    this.emit('message_create', message);
    this.emit('message', message);
  }

  /** The state of the socket: what the library does with those that it does not accept. */
  change(state: string): void {
    this.state = state;
    this.emit('change_state', state);
    if (['CONNECTED', 'OPENING', 'PAIRING', 'TIMEOUT'].includes(state)) return;
    this.emit('disconnected', state);
    void this.destroy();
  }

  /** The phone unlinks it: the library forgets the session and injects itself again, all by itself. */
  logout(): void {
    this.linked.yes = false;
    this.emit('disconnected', 'LOGOUT');
    this.emit('qr', 'ref-2,abc');
  }

  crash = (): boolean => this.emit(BROWSER_GONE);
  open = (pid: number): boolean => this.emit(BROWSER_OPEN, pid);

  async destroy(): Promise<void> {
    this.destroyed = true;
    return this.faults.destroyHangs ? never() : undefined;
  }

  async whenClosed(): Promise<void> {}

  async getState(): Promise<string | null> {
    return this.faults.hungEvaluate ? never() : this.state;
  }

  async sendFile(to: string, { nombre, pie }: WwebFile): Promise<WwebMessage | undefined> {
    if (this.faults.fileThrows !== undefined) throw this.faults.fileThrows;
    return this.take(to, pie, nombre);
  }

  async sendMessage(to: string, texto: string): Promise<WwebMessage | undefined> {
    return this.take(to, texto);
  }

  private async take(to: string, texto: string, archivo?: string): Promise<WwebMessage | undefined> {
    const { hungEvaluate, sendReturnsUndefined, sendThrows, sendsAndThrows, tellsAs = to } = this.faults;
    if (hungEvaluate) return never();
    if (sendReturnsUndefined) return undefined;
    if (sendThrows !== undefined) throw sendThrows;
    this.sent.push({ to, texto, ...(archivo !== undefined && { archivo }) });
    const mine = ownMessage(tellsAs, texto, (this.count += 1));
    this.emit('message_create', mine);
    if (sendsAndThrows) throw new TypeError("Cannot read properties of undefined (reading 'markedUnread')");
    return mine;
  }

  async sendSeen(chat: string): Promise<boolean> {
    this.seen.push(chat);
    return true;
  }

  async getChats(): Promise<readonly WwebChat[]> {
    return this.faults.hungEvaluate ? never() : this.chats;
  }

  async getChatById(id: string): Promise<WwebChat | undefined> {
    const sendStateTyping = async () => this.typed.push(id);
    return { ...chatWith(id, []), sendStateTyping };
  }

  async getContactLidAndPhone(ids: string[]): Promise<{ lid?: string; pn?: string }[]> {
    if (this.faults.namesFail) throw new Error('Evaluation failed');
    return ids.map(() => ({ lid: LID, pn: PHONE }));
  }
}

const ownMessage = (to: string, body: string, n: number): WwebMessage => ({
  ...personMessage(`out-${n}`, body),
  id: { _serialized: `true_${to}_OUT${n}`, fromMe: true },
  from: '573009990000@c.us',
  to,
  fromMe: true,
});

/** A message of a person, by default a text by lid. */
export function personMessage(id: string, body: string, over: Partial<WwebMessage> = {}): WwebMessage {
  return {
    id: { _serialized: `false_${over.from ?? LID}_${id}`, fromMe: false },
    from: LID,
    fromMe: false,
    type: 'chat',
    body,
    timestamp: Date.parse('2026-11-24T09:00:00-05:00') / 1_000,
    hasMedia: false,
    downloadMedia: async () => undefined,
    ...over,
  };
}

export function chatWith(
  id: string,
  messages: readonly WwebMessage[],
  over: Partial<WwebChat> = {},
): WwebChat {
  return {
    id: { _serialized: id },
    isGroup: false,
    unreadCount: messages.length,
    timestamp: messages.at(-1)?.timestamp ?? 0,
    fetchMessages: async ({ limit }) => messages.slice(-limit),
    sendStateTyping: async () => true,
    ...over,
  };
}
