import { fill, type ChatWords } from './chat-words';
import { make } from './make-element';
import { transcriptHtml, transcriptText, type TranscriptLine } from './transcript';

interface HeaderDeps {
  readonly words: ChatWords;
  /** Closes the chat; a page of its own is not closed. */
  readonly close?: () => void;
  readonly lines: () => readonly TranscriptLine[];
}

/** The head of the chat: what it is, how to keep the conversation, how to reach a person, how to leave. */
export function createHeader({ words, close, lines }: HeaderDeps): HTMLElement {
  const saving = make(
    'details',
    {},
    make('summary', {}, words.descargar),
    make('p', {}, words.datosPersonales),
    make(
      'div',
      { class: 'guardar' },
      button(words.guardarTexto, () => save(transcriptText(lines(), words), 'text/plain', words.archivo)),
      button(words.guardarPagina, () =>
        save(transcriptHtml(lines(), words, location.origin), 'text/html', words.archivoPagina),
      ),
      button(words.imprimir, () => window.print()),
    ),
    make(
      'p',
      { class: 'persona' },
      make('a', { href: `mailto:${words.correo}` }, fill(words.escribirCorreo, { correo: words.correo })),
      make('a', { href: '/formulario', target: '_blank', rel: 'noopener' }, words.formulario),
    ),
  );
  return make(
    'header',
    {},
    // A page of its own already has its title, and says PRUEBA.
    ...(close ? [make('h2', {}, words.titulo)] : []),
    make('p', {}, close && words.prueba ? `${words.prueba}. ${words.aviso}` : words.aviso),
    make('div', { class: 'mandos' }, saving, ...(close ? [button(words.cerrar, close)] : [])),
  );
}

function button(text: string, press: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button' }, text);
  made.addEventListener('click', press);
  return made;
}

function save(content: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  make('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
