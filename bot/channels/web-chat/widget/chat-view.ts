import { AttachmentList } from './attachment-list';
import { Attachments, type Attachment } from './attachments';
import type { Said } from './chat-client';
import type { ClientListener, ClientPorts, Connection, Delivery } from './client-ports';
import type { ChatWords } from './chat-words';
import { Composer } from './composer';
import { createFilePicker } from './file-picker';
import { make } from './make-element';
import { MessageList } from './message-list';
import type { BotMessage, ChatOption, HistoryItem, OwnMessage } from './protocol';
import { QuickReplies } from './quick-replies';
import { ScrollKeeper } from './scroll-keeper';
import type { Session } from './session';
import { StatusLines } from './status-lines';
import { groupedHistory } from './grouped-history';

interface ViewDeps {
  readonly words: ChatWords;
  readonly ports: ClientPorts;
  readonly session: () => Session;
  readonly send: (said: Said) => void;
}

/** Everything of the conversation that is seen, told by the client what happens. It never moves the focus by itself. */
export class ChatView implements ClientListener {
  readonly element: HTMLElement;
  readonly messages: MessageList;
  private readonly replies: QuickReplies;
  private readonly composer: Composer;
  private readonly attachments: Attachments;
  private readonly files: AttachmentList;
  private readonly status: StatusLines;
  private readonly scroll: ScrollKeeper;
  private readonly pending = new Set<string>();

  constructor({ words, ports, session, send }: ViewDeps) {
    this.messages = new MessageList(words);
    this.replies = new QuickReplies(words, (option) => this.choose(option, send));
    this.status = new StatusLines(words, ports.schedule);
    this.attachments = new Attachments({
      ports,
      session,
      changed: (all, one) => this.showFiles(all, one),
    });
    this.files = new AttachmentList(words, this.attachments);
    this.composer = new Composer({ words, attachments: this.attachments, files: this.files.element, send });
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
    this.composer.addPicker(createFilePicker(words, this.element, (files) => this.attachments.add(files)));
  }

  /** Where someone who opens the chat starts. */
  focus(): void {
    this.composer.focus();
    this.scroll.toEnd();
  }

  history(items: readonly HistoryItem[]): void {
    this.scroll.around(() => {
      for (const item of groupedHistory(items)) {
        if (item.de === 'asistente') this.messages.addBot(item.mensajes);
        else this.messages.addOwn(item.mensaje);
      }
      const last = items.at(-1);
      this.offer(last?.de === 'asistente' ? last.mensaje.opciones : []);
    }, true);
  }

  received(messages: readonly BotMessage[]): void {
    this.status.hideTyping();
    this.scroll.toAnswer(() => {
      const answer = this.messages.addBot(messages);
      this.offer(messages.at(-1)?.opciones ?? []);
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
    if (delivery.estado === 'recibido' || delivery.estado === 'rechazado') this.pending.delete(id);
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

  noSession(): void {
    this.status.showNoSession();
  }

  private choose({ id, titulo }: ChatOption, send: ViewDeps['send']): void {
    // The button pressed is about to go; without this the focus would fall to the page.
    this.composer.focus();
    send({ texto: titulo, opcion: id });
  }

  private offer(options: readonly ChatOption[]): void {
    if (this.replies.hasFocus) this.composer.focus();
    this.replies.show(options);
  }

  private showFiles(all: readonly Attachment[], one?: Attachment): void {
    const hadFocus = this.files.hasFocus;
    this.files.show(all);
    // The button that had the focus went with its file.
    if (hadFocus && !this.files.hasFocus) this.composer.focus();
    if (one) this.status.showUpload(one);
  }
}
