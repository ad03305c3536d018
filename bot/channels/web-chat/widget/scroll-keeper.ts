import type { ChatWords } from './chat-words';
import { make } from './make-element';

const NEAR_PX = 80;

/** Follows the conversation while its end is in sight; otherwise leaves the reader in peace and offers a button. */
export class ScrollKeeper {
  readonly button: HTMLButtonElement;
  private wasAtEnd = true;

  constructor(
    words: ChatWords,
    private readonly scroller: HTMLElement,
  ) {
    this.button = make('button', { type: 'button', class: 'nuevos', hidden: true }, words.nuevos);
    this.button.addEventListener('click', () => {
      this.toEnd();
      scroller.focus();
    });
    scroller.addEventListener('scroll', () => {
      this.wasAtEnd = this.isAtEnd;
      if (this.wasAtEnd) this.button.hidden = true;
    });
    // A taller box to write in, or a keyboard on the screen, must not hide the end.
    new ResizeObserver(() => {
      if (this.wasAtEnd) this.toEnd();
    }).observe(scroller);
  }

  get isAtEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_PX;
  }

  /** Makes a change to the conversation and then follows it, or offers to. `own`: the reader made it. */
  around(change: () => void, own = false): void {
    const follow = own || this.isAtEnd;
    change();
    if (follow) this.toEnd();
    else this.button.hidden = false;
  }

  /**
   * Follows an answer: to the end when all of it can be seen there, else to where it begins, so that nobody has to scroll
   * back for the number they were given.
   */
  toAnswer(add: () => HTMLElement): void {
    const follow = this.isAtEnd;
    const answer = add();
    if (!follow) {
      this.button.hidden = false;
      return;
    }
    this.toEnd();
    const above = this.scroller.getBoundingClientRect().top - answer.getBoundingClientRect().top;
    if (above > 0) this.scroller.scrollTop -= above;
  }

  toEnd(): void {
    this.wasAtEnd = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.button.hidden = true;
  }
}
