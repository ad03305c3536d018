import type { Attachment, Attachments, Upload } from './attachments';
import { fill, reasonIn, type ChatWords } from './chat-words';
import { make } from './make-element';

type Actions = Pick<Attachments, 'remove' | 'retry'>;

interface Row {
  readonly item: HTMLElement;
  readonly state: HTMLElement;
  readonly bar: HTMLProgressElement;
  readonly retry: HTMLButtonElement;
  readonly remove: HTMLButtonElement;
}

/** The files of the message that is being written: each with how it goes, in words, and how to take it away. */
export class AttachmentList {
  readonly element: HTMLElement;
  private readonly rows = new Map<string, Row>();

  constructor(
    private readonly words: ChatWords,
    private readonly actions: Actions,
  ) {
    this.element = make('ul', { class: 'adjuntos', 'aria-label': words.adjuntos, hidden: true });
  }

  show(all: readonly Attachment[]): void {
    for (const [id, { item }] of this.rows) {
      if (all.some((one) => one.id === id)) continue;
      item.remove();
      this.rows.delete(id);
    }
    for (const one of all) this.update(this.rows.get(one.id) ?? this.add(one), one);
    this.element.hidden = all.length === 0;
  }

  /** Whether the focus is on one of its buttons, which may be about to go. */
  get hasFocus(): boolean {
    return this.element.matches(':focus-within');
  }

  private add({ id, nombre }: Attachment): Row {
    const state = make('span');
    const bar = make('progress', { max: '100', 'aria-label': nombre });
    const retry = make('button', { type: 'button' }, fill(this.words.reintentar, { archivo: nombre }));
    const remove = make('button', { type: 'button' });
    retry.addEventListener('click', () => this.actions.retry(id));
    remove.addEventListener('click', () => this.actions.remove(id));
    const item = make('li', {}, make('strong', {}, nombre), ' ', state, bar, retry, remove);
    const row = { item, state, bar, retry, remove };
    this.rows.set(id, row);
    this.element.append(item);
    return row;
  }

  private update({ item, state, bar, retry, remove }: Row, { nombre, upload }: Attachment): void {
    const isUploading = upload.estado === 'subiendo';
    item.dataset['estado'] = upload.estado;
    state.textContent = stateInWords(upload, this.words);
    bar.hidden = !isUploading;
    if (isUploading) bar.value = upload.porcentaje;
    retry.hidden = upload.estado !== 'fallo';
    remove.textContent = fill(isUploading ? this.words.cancelar : this.words.quitar, { archivo: nombre });
  }
}

function stateInWords(upload: Upload, words: ChatWords): string {
  if (upload.estado === 'subiendo') return fill(words.subiendo, { porcentaje: upload.porcentaje });
  return upload.estado === 'noRecibido' ? reasonIn(words, upload.motivo) : words[upload.estado];
}
