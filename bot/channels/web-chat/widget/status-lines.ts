import type { Attachment } from './attachments';
import type { ClientPorts, Connection } from './client-ports';
import { fill, reasonIn, type ChatWords } from './chat-words';
import { make } from './make-element';

const TYPING_MS = 12_000;
const NEWS_MS = 4_000;

/** Lines heard without moving the focus: that an answer is coming, how the connection is, how the files go. */
export class StatusLines {
  readonly element: HTMLElement;
  private readonly typing = make('p', { role: 'status', class: 'escribiendo' });
  private readonly net = make('p', { role: 'status', class: 'red' });
  private readonly files = make('p', { role: 'status', class: 'subidas' });
  private readonly told = new Map<string, string>();
  private state: Connection = 'conectando';
  private everConnected = false;
  private isSettled = false;
  private forgetFiles = (): void => {};
  private forgetTyping = (): void => {};
  private forgetNews = (): void => {};

  constructor(
    private readonly words: ChatWords,
    private readonly schedule: ClientPorts['schedule'],
  ) {
    this.element = make('div', { class: 'estados' }, this.typing, this.files, this.net);
  }

  /** Said once until the answer comes, however many times the server repeats it. */
  showTyping(): void {
    this.forgetTyping();
    if (this.typing.textContent === '') this.typing.textContent = this.words.escribiendo;
    this.forgetTyping = this.schedule(TYPING_MS, () => this.hideTyping());
  }

  hideTyping(): void {
    this.forgetTyping();
    this.typing.textContent = '';
  }

  /** `hasPending`: something typed has still to be sent. */
  showConnection(state: Connection, hasPending: boolean): void {
    const before = this.state;
    this.state = state;
    if (state === 'sin-conexion') {
      this.hideTyping();
      this.say(hasPending ? this.words.sinConexion : this.words.sinConexionNada);
    } else if (state === 'conectando') this.say(this.words.conectando);
    else if (before === 'sin-conexion' && this.everConnected) this.sayForAWhile(this.words.conectado);
    else if (before !== 'conectado') this.say('');
    if (state === 'conectado') this.everConnected = true;
  }

  showWaiting(seconds: number): void {
    this.sayForAWhile(fill(this.words.espera, { segundos: seconds }), seconds * 1000);
  }

  showNewSession(): void {
    this.sayForAWhile(this.words.sesionNueva);
  }

  /** How a file goes, each news once: percentages are seen in the list, not heard. */
  showUpload({ id, nombre, upload }: Attachment): void {
    if (this.told.get(id) === upload.estado) return;
    this.told.set(id, upload.estado);
    const { words } = this;
    const text = {
      subiendo: words.avisoSubiendo,
      subido: words.avisoSubido,
      noRecibido: words.avisoNoRecibido,
      fallo: words.avisoNoRecibido,
    }[upload.estado];
    const motivo = upload.estado === 'noRecibido' ? reasonIn(words, upload.motivo) : words.fallo;
    this.files.textContent = fill(text, { archivo: nombre, motivo });
    this.forgetFiles();
    this.forgetFiles = this.schedule(TYPING_MS, () => (this.files.textContent = ''));
  }

  /** The browser keeps no session here; the chat's own page may. */
  showNoSession(): void {
    this.say('');
    const link = make('a', { href: '/chat', target: '_blank', rel: 'noopener' }, this.words.abrirAparte);
    this.net.replaceChildren(this.words.sinSesion, ' ', link);
    this.isSettled = true;
  }

  private say(text: string): void {
    if (this.isSettled) return;
    this.forgetNews();
    // The same words again would be heard again.
    if (this.net.textContent !== text) this.net.textContent = text;
  }

  private sayForAWhile(text: string, milliseconds = NEWS_MS): void {
    this.say(text);
    this.forgetNews = this.schedule(milliseconds, () => this.say(''));
  }
}
