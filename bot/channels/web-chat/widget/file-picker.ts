import type { ChatWords } from './chat-words';
import { make } from './make-element';

/**
 * Where files are chosen: the browser's own inputs, each with its visible label. The second, for phones, asks for the
 * recorder. What is dropped on `zone` or pasted there comes too: an extra, never the only way.
 */
export function createFilePicker(
  words: ChatWords,
  zone: HTMLElement,
  add: (files: File[]) => void,
): HTMLElement {
  const picker = make(
    'div',
    { class: 'adjuntar' },
    labelled(make('input', { type: 'file', multiple: true }), words.adjuntar, add),
    labelled(
      make('input', { type: 'file', accept: 'audio/*', capture: 'user' }),
      words.grabar,
      add,
      'grabar',
    ),
  );
  zone.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  zone.addEventListener('drop', (event) => take(event, event.dataTransfer, add));
  zone.addEventListener('paste', (event) => take(event, event.clipboardData, add));
  return picker;
}

function labelled(
  input: HTMLInputElement,
  text: string,
  add: (files: File[]) => void,
  name = 'archivos',
): HTMLElement {
  input.addEventListener('change', () => {
    add([...(input.files ?? [])]);
    // The same file may be chosen again after it was taken away.
    input.value = '';
  });
  return make('label', { class: name }, input, make('span', {}, text));
}

function take(event: Event, data: DataTransfer | null, add: (files: File[]) => void): void {
  const files = [...(data?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  add(files);
}
