import { browserPorts } from './browser-ports';
import { createChatClient, type ChatClient } from './chat-client';
import { createHeader } from './chat-header';
import { ChatView } from './chat-view';
import { parseWords, type ChatWords } from './chat-words';
import { make } from './make-element';
import { CHAT_STYLE } from './style';

/**
 * `<candelaria-chat modo="panel|pagina|marco" textos="{…}" abierto>`: the chat as one element. As a panel it shows while
 * it has `abierto`; as a page it is always open; in a frame (`marco`) it fills it. A panel and a frame say `cerrado` when
 * they are closed. It asks nothing of third parties.
 */
class CandelariaChat extends HTMLElement {
  static readonly observedAttributes = ['abierto'];
  private view?: ChatView;
  private client?: ChatClient;
  private readonly onOnline = (): void => this.client?.wake();

  private get modo(): string | null {
    return this.getAttribute('modo');
  }

  connectedCallback(): void {
    window.addEventListener('online', this.onOnline);
    if (this.modo !== 'panel') this.open(this.modo === 'marco');
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.onOnline);
    this.client?.stop();
    this.client = undefined;
    this.view = undefined;
    this.shadowRoot?.replaceChildren();
  }

  attributeChangedCallback(): void {
    if (this.modo === 'panel' && this.hasAttribute('abierto')) this.open(true);
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
      ports: browserPorts,
      session: () => client.session,
      send: (said) => client.send(said),
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
    const close = this.modo === 'pagina' ? undefined : (): void => this.close();
    const header = createHeader({ words, close, lines: () => view.messages.lines });
    const frame = make('section', { 'aria-label': words.titulo, lang: 'es-CO' }, header, view.element);
    if (close) frame.addEventListener('keydown', (event) => event.key === 'Escape' && close());
    return frame;
  }

  private close(): void {
    this.removeAttribute('abierto');
    this.dispatchEvent(new Event('cerrado'));
    // To the page around, whoever it is: it says nothing else.
    if (this.modo === 'marco') window.parent.postMessage('candelaria-chat:cerrado', '*');
  }
}

// A sheet made in the script needs no inline style, which the page's policy forbids.
function adoptStyle(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CHAT_STYLE);
  root.adoptedStyleSheets = [sheet];
}

if (!customElements.get('candelaria-chat')) customElements.define('candelaria-chat', CandelariaChat);
