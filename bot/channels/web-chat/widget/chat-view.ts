import type { ClientListener, ClientPorts, Connection, Delivery } from './client-ports';
import type { ChatWords } from './chat-words';
import { Composer } from './composer';
import { make } from './make-element';
import { MessageList } from './message-list';
import type { BotMessage, ChatOption, HistoryItem, OwnMessage } from './protocol';
import { QuickReplies } from './quick-replies';
import { ScrollKeeper } from './scroll-keeper';
import { StatusLines } from './status-lines';

interface ViewDeps {
  readonly words: ChatWords;
  readonly schedule: ClientPorts['schedule'];
  readonly send: (texto: string, opcion?: string) => void;
}

/** Everything of the conversation that is seen, told by the client what happens. It never moves the focus by itself. */
export class ChatView implements ClientListener {
  readonly element: HTMLElement;
  readonly messages: MessageList;
  private readonly replies: QuickReplies;
  private readonly composer: Composer;
  private readonly status: StatusLines;
  private readonly scroll: ScrollKeeper;
  private readonly pending = new Set<string>();

  constructor({ words, schedule, send }: ViewDeps) {
    this.messages = new MessageList(words);
    this.replies = new QuickReplies(words, (option) => this.choose(option, send));
    this.composer = new Composer(words, (texto) => send(texto));
    this.status = new StatusLines(words, schedule);
    const scroller = make(
      'div',
      { class: 'rollo', tabindex: '0', role: 'group', 'aria-label': words.conversacion },
      this.messages.element,
      this.replies.element,
    );
    this.scroll = new ScrollKeeper(words, scroller);
    this.element = make(
      'div',
      { class: 'charla' },
      make('div', { class: 'marco-rollo' }, scroller, this.scroll.button),
      this.status.element,
      this.composer.element,
    );
  }

  /** Where someone who opens the chat starts. */
  focus(): void {
    this.composer.focus();
    this.scroll.toEnd();
  }

  history(items: readonly HistoryItem[]): void {
    this.scroll.around(() => {
      for (const item of items) {
        if (item.de === 'asistente') this.messages.addBot(item.mensaje);
        else this.messages.addOwn(item.mensaje);
      }
      const last = items.at(-1);
      this.offer(last?.de === 'asistente' ? last.mensaje.opciones : []);
    }, true);
  }

  received(message: BotMessage): void {
    this.status.hideTyping();
    this.scroll.toAnswer(() => {
      const answer = this.messages.addBot(message);
      this.offer(message.opciones);
      return answer;
    });
  }

  written(message: OwnMessage): void {
    this.scroll.around(() => {
      this.messages.addOwn(message);
      this.offer([]);
    }, true);
  }

  delivery({ id, texto }: OwnMessage, delivery: Delivery): void {
    if (delivery.estado === 'pendiente') this.pending.add(id);
    else this.pending.delete(id);
    this.messages.showDelivery(id, delivery);
    if (delivery.estado === 'rechazado') this.composer.refuse(texto, delivery.mensaje);
  }

  connection(state: Connection): void {
    this.status.showConnection(state, this.pending.size > 0);
  }

  typing(): void {
    this.status.showTyping();
  }

  waiting(seconds: number): void {
    this.status.showWaiting(seconds);
  }

  newSession(): void {
    this.status.showNewSession();
  }

  private choose({ id, titulo }: ChatOption, send: ViewDeps['send']): void {
    // The button pressed is about to go; without this the focus would fall to the page.
    this.composer.focus();
    send(titulo, id);
  }

  private offer(options: readonly ChatOption[]): void {
    if (this.replies.hasFocus) this.composer.focus();
    this.replies.show(options);
  }
}
