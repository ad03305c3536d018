import type { Delivery } from './client-ports';
import { fill, type ChatWords } from './chat-words';
import { make } from './make-element';
import type { BotMessage, ChatLink, OwnMessage } from './protocol';
import { timeInWords, type TranscriptLine } from './transcript';

interface Bubble {
  readonly lado: 'usted' | 'asistente';
  readonly en: string;
  readonly texto: string;
  readonly enlaces: readonly ChatLink[];
}

/** The log of the conversation: only grows, one node for each message, so that it is heard once. */
export class MessageList {
  readonly element: HTMLElement;
  private readonly list = make('ol');
  private readonly own = new Map<string, { readonly item: HTMLElement; readonly estado: HTMLElement }>();
  private readonly said: TranscriptLine[] = [];

  constructor(private readonly words: ChatWords) {
    this.element = make(
      'div',
      { role: 'log', 'aria-label': words.conversacion, 'aria-relevant': 'additions' },
      this.list,
    );
  }

  /** What has been said, for the file. */
  get lines(): readonly TranscriptLine[] {
    return this.said;
  }

  get isEmpty(): boolean {
    return this.said.length === 0;
  }

  addBot({ texto, enlaces, opciones, en }: BotMessage): HTMLElement {
    const item = this.bubble({ lado: 'asistente', en, texto, enlaces });
    if (opciones.length > 0) {
      // Heard with the message; seen only later, when the buttons have gone.
      const titles = opciones.map(({ titulo }) => titulo).join(', ');
      item.append(make('p', { class: 'opciones' }, fill(this.words.opciones, { opciones: titles })));
    }
    this.list.append(item);
    return item;
  }

  addOwn({ id, texto, en }: OwnMessage): HTMLElement {
    const known = this.own.get(id);
    if (known) return known.item;
    const item = this.bubble({ lado: 'usted', en, texto, enlaces: [] });
    const estado = make('span', { class: 'estado' });
    item.querySelector('.cuando')?.append(estado);
    this.own.set(id, { item, estado });
    this.list.append(item);
    return item;
  }

  showDelivery(id: string, { estado }: Delivery): void {
    const own = this.own.get(id);
    if (!own) return;
    own.item.dataset['estado'] = estado;
    own.estado.textContent = ` · ${this.words[estado]}`;
  }

  private bubble({ lado, en, texto, enlaces }: Bubble): HTMLElement {
    const quien = this.words[lado];
    this.said.push({ quien, en, texto, enlaces });
    const cuando = make(
      'p',
      { class: 'cuando' },
      make('strong', {}, `${quien}:`),
      ' ',
      make('time', { datetime: en }, timeInWords(en)),
    );
    const item = make('li', { class: lado }, cuando, make('p', { class: 'texto' }, texto));
    if (enlaces.length > 0) {
      const links = enlaces.map(({ titulo, url }) => make('li', {}, make('a', { href: url }, titulo)));
      item.append(make('ul', { class: 'enlaces' }, ...links));
    }
    return item;
  }
}
