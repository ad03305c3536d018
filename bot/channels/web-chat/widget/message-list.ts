import type { Delivery } from './client-ports';
import { fill, reasonIn, type ChatWords } from './chat-words';
import { make } from './make-element';
import type { BotMessage, ChatLink, OwnMessage } from './protocol';
import { timeInWords, type TranscriptLine } from './transcript';

interface Own {
  readonly item: HTMLElement;
  readonly estado: HTMLElement;
}

/** The log of the conversation: only grows, one node for each answer, so that it is heard once. */
export class MessageList {
  readonly element: HTMLElement;
  private readonly list = make('ol');
  private readonly own = new Map<string, Own>();
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

  /** What one turn said: a single node, whatever the number of its messages. */
  addBot(messages: readonly BotMessage[]): HTMLElement {
    const item = this.bubble('asistente', messages[0]?.en ?? '');
    for (const { texto, enlaces, en } of messages) {
      this.said.push({ quien: this.words.asistente, en, texto, enlaces });
      item.append(make('p', { class: 'texto' }, texto), ...linksOf(enlaces));
    }
    const opciones = messages.at(-1)?.opciones ?? [];
    if (opciones.length > 0) {
      // Heard with the message; seen only later, when the buttons have gone.
      const titles = opciones.map(({ titulo }) => titulo).join(', ');
      item.append(make('p', { class: 'opciones' }, fill(this.words.opciones, { opciones: titles })));
    }
    this.list.append(item);
    return item;
  }

  addOwn(message: OwnMessage): HTMLElement {
    const known = this.own.get(message.id);
    if (known) return known.item;
    const { id, texto, en } = message;
    const files = this.filesOf(message);
    this.said.push({
      quien: this.words.usted,
      en,
      texto: [texto, ...files].filter(Boolean).join('\n'),
      enlaces: [],
    });
    const item = this.bubble('usted', en);
    // A change of state is seen, not heard: the answer is what is heard.
    const estado = make('span', { class: 'estado', 'aria-live': 'off' });
    item.querySelector('.cuando')?.append(estado);
    if (texto !== '') item.append(make('p', { class: 'texto' }, texto));
    for (const line of files) item.append(make('p', { class: 'archivo' }, line));
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

  private filesOf({ anexos = [], noRecibidos = [] }: OwnMessage): string[] {
    const { words } = this;
    const names = anexos.map(({ nombre }) => nombre).join(', ');
    return [
      ...(names === '' ? [] : [fill(words.archivos, { archivos: names })]),
      ...noRecibidos.map(({ nombre, motivo }) =>
        fill(words.avisoNoRecibido, { archivo: nombre, motivo: reasonIn(words, motivo) }),
      ),
    ];
  }

  private bubble(lado: 'usted' | 'asistente', en: string): HTMLElement {
    const cuando = make(
      'p',
      { class: 'cuando' },
      make('strong', {}, `${this.words[lado]}:`),
      ' ',
      make('time', { datetime: en }, timeInWords(en)),
    );
    return make('li', { class: lado }, cuando);
  }
}

function linksOf(enlaces: readonly ChatLink[]): HTMLElement[] {
  if (enlaces.length === 0) return [];
  const links = enlaces.map(({ titulo, url }) => make('li', {}, make('a', { href: url }, titulo)));
  return [make('ul', { class: 'enlaces' }, ...links)];
}
