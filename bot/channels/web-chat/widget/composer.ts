import type { Attachments } from './attachments';
import type { Said } from './chat-client';
import type { ChatWords } from './chat-words';
import { make } from './make-element';

interface ComposerDeps {
  readonly words: ChatWords;
  readonly attachments: Pick<Attachments, 'isUploading' | 'hasUploaded' | 'take'>;
  /** The list of the files of the message. */
  readonly files: HTMLElement;
  readonly send: (said: Said) => void;
}

/** Where the person writes. What is typed stays until it is sent. */
export class Composer {
  readonly element: HTMLFormElement;
  private readonly input = make('textarea', {
    id: 'mensaje',
    rows: '1',
    'aria-describedby': 'ayuda fallo',
    autocomplete: 'off',
    enterkeyhint: 'send',
  });
  private readonly fault = make('p', { id: 'fallo', class: 'fallo', role: 'alert' });

  constructor(private readonly deps: ComposerDeps) {
    const { words } = deps;
    this.element = make(
      'form',
      { novalidate: true },
      make('label', { for: 'mensaje' }, words.etiqueta),
      this.fault,
      deps.files,
      make(
        'div',
        { class: 'fila' },
        this.input,
        make('button', { type: 'submit', class: 'enviar' }, words.enviar),
      ),
      make('div', { class: 'bajo' }, make('p', { id: 'ayuda', class: 'ayuda' }, words.ayuda)),
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.input.addEventListener('input', () => this.onInput());
  }

  addPicker(picker: HTMLElement): void {
    this.element.querySelector('.bajo')?.prepend(picker);
  }

  focus(): void {
    this.input.focus();
  }

  /** Says why a message was refused and gives its text back, unless another is being written. */
  refuse(texto: string, reason: string): void {
    this.showFault(reason || this.deps.words.rechazado);
    if (this.input.value.trim() === '') this.input.value = texto;
    this.grow();
  }

  private submit(): void {
    const texto = this.input.value.trim();
    const fault = this.faultOf(texto);
    if (fault !== undefined) {
      this.showFault(fault);
      this.input.focus();
      return;
    }
    this.input.value = '';
    this.showFault('');
    this.grow();
    this.input.focus();
    this.deps.send({ texto, ...this.deps.attachments.take() });
  }

  /** Why it cannot be sent yet. */
  private faultOf(texto: string): string | undefined {
    const { words, attachments, files } = this.deps;
    if (attachments.isUploading) return words.esperaSubida;
    if (texto !== '' || attachments.hasUploaded) return undefined;
    return files.hidden ? words.vacio : words.soloNoRecibidos;
  }

  private onKey(event: KeyboardEvent): void {
    // On a touch keyboard Enter makes a line: the button sends.
    const touch = matchMedia('(pointer: coarse)').matches;
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || touch) return;
    event.preventDefault();
    this.submit();
  }

  private onInput(): void {
    this.grow();
    if (this.fault.textContent !== '' && this.input.value.trim() !== '') this.showFault('');
  }

  private showFault(text: string): void {
    this.fault.textContent = text;
    if (text === '') this.input.removeAttribute('aria-invalid');
    else this.input.setAttribute('aria-invalid', 'true');
  }

  private grow(): void {
    this.input.style.height = 'auto';
    this.input.style.height = `${this.input.scrollHeight + 4}px`;
  }
}
