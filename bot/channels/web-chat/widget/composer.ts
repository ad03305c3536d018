import type { ChatWords } from './chat-words';
import { make } from './make-element';

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

  constructor(
    private readonly words: ChatWords,
    private readonly send: (texto: string) => void,
  ) {
    this.element = make(
      'form',
      { novalidate: true },
      make('label', { for: 'mensaje' }, words.etiqueta),
      this.fault,
      make(
        'div',
        { class: 'fila' },
        this.input,
        make('button', { type: 'submit', class: 'enviar' }, words.enviar),
      ),
      make('p', { id: 'ayuda', class: 'ayuda' }, words.ayuda),
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submit();
    });
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.input.addEventListener('input', () => this.onInput());
  }

  focus(): void {
    this.input.focus();
  }

  /** Says why a message was refused and gives its text back, unless another is being written. */
  refuse(texto: string, reason: string): void {
    this.showFault(reason || this.words.rechazado);
    if (this.input.value.trim() === '') this.input.value = texto;
    this.grow();
  }

  private submit(): void {
    const texto = this.input.value.trim();
    if (texto === '') {
      this.showFault(this.words.vacio);
      this.input.focus();
      return;
    }
    this.input.value = '';
    this.showFault('');
    this.grow();
    this.input.focus();
    this.send(texto);
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
