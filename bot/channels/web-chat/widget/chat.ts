import { browserPorts } from './browser-ports';
import { createChatClient, type ChatClient } from './chat-client';
import { ChatView } from './chat-view';
import { parseWords, type ChatWords } from './chat-words';
import { make } from './make-element';
import { CHAT_STYLE } from './style';
import { transcriptText } from './transcript';

/**
 * `<candelaria-chat modo="panel|pagina" textos="{…}" abierto>`: the chat as one element. As a panel it shows while it
 * has `abierto`, and says `cerrado` when it is closed; as a page it is always open. It asks nothing of third parties.
 */
class CandelariaChat extends HTMLElement {
  static readonly observedAttributes = ['abierto'];
  private view?: ChatView;
  private client?: ChatClient;
  private readonly onOnline = (): void => this.client?.wake();

  connectedCallback(): void {
    window.addEventListener('online', this.onOnline);
    if (this.getAttribute('modo') === 'pagina') this.open(false);
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.onOnline);
    this.client?.stop();
    this.client = undefined;
    this.view = undefined;
    this.shadowRoot?.replaceChildren();
  }

  attributeChangedCallback(): void {
    if (this.getAttribute('modo') === 'panel' && this.hasAttribute('abierto')) this.open(true);
  }

  private open(takeFocus: boolean): void {
    if (!this.isConnected) return;
    this.view ??= this.build();
    if (takeFocus) this.view.focus();
  }

  private build(): ChatView {
    const words = parseWords(this.getAttribute('textos'));
    const view = new ChatView({
      words,
      schedule: browserPorts.schedule,
      send: (texto, opcion) => client.send(texto, opcion),
    });
    const client = createChatClient(browserPorts, view);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    adoptStyle(root);
    root.append(this.frame(words, view));
    this.client = client;
    client.start();
    return view;
  }

  private frame(words: ChatWords, view: ChatView): HTMLElement {
    const save = make('button', { type: 'button' }, words.descargar);
    save.addEventListener('click', () => saveTranscript(view, words));
    const close = make('button', { type: 'button' }, words.cerrar);
    close.addEventListener('click', () => this.close());
    const isPanel = this.getAttribute('modo') === 'panel';
    const frame = make(
      'section',
      { 'aria-label': words.titulo, lang: 'es-CO' },
      make(
        'header',
        {},
        // A page of its own already has its title.
        ...(isPanel ? [make('h2', {}, words.titulo)] : []),
        make('p', {}, words.aviso),
        make('div', { class: 'mandos' }, save, ...(isPanel ? [close] : [])),
      ),
      view.element,
    );
    if (isPanel) frame.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
    return frame;
  }

  private close(): void {
    this.removeAttribute('abierto');
    this.dispatchEvent(new Event('cerrado'));
  }
}

// A sheet made in the script needs no inline style, which the page's policy forbids.
function adoptStyle(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CHAT_STYLE);
  root.adoptedStyleSheets = [sheet];
}

function saveTranscript(view: ChatView, words: ChatWords): void {
  const file = new Blob([transcriptText(view.messages.lines, words)], { type: 'text/plain;charset=utf-8' });
  const url = URL.createObjectURL(file);
  make('a', { href: url, download: words.archivo }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

if (!customElements.get('candelaria-chat')) customElements.define('candelaria-chat', CandelariaChat);
