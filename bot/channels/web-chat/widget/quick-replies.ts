import type { ChatWords } from './chat-words';
import { make } from './make-element';
import type { ChatOption } from './protocol';

/** The choices of the last message as buttons. The same can be typed. */
export class QuickReplies {
  readonly element: HTMLElement;

  constructor(
    words: ChatWords,
    private readonly choose: (option: ChatOption) => void,
  ) {
    this.element = make('div', {
      class: 'respuestas',
      role: 'group',
      'aria-label': words.respuestas,
      hidden: true,
    });
  }

  show(options: readonly ChatOption[]): void {
    const buttons = options.map((option) => {
      const button = make('button', { type: 'button' }, option.titulo);
      button.addEventListener('click', () => this.choose(option));
      return button;
    });
    this.element.replaceChildren(...buttons);
    this.element.hidden = buttons.length === 0;
  }

  /** Whether the focus is on one of its buttons, which are about to go. */
  get hasFocus(): boolean {
    return this.element.matches(':focus-within');
  }
}
