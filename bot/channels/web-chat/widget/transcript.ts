import type { ChatWords } from './chat-words';

/** One line of the conversation as it is kept in a file. */
export interface TranscriptLine {
  readonly quien: string;
  readonly en: string;
  readonly texto: string;
  readonly enlaces: readonly { readonly titulo: string; readonly url: string }[];
}

type Words = Pick<ChatWords, 'archivoTitulo' | 'prueba' | 'datosPersonales'>;

const dayAndTime = new Intl.DateTimeFormat('es-CO', { dateStyle: 'long', timeStyle: 'short' });
const time = new Intl.DateTimeFormat('es-CO', { hour: 'numeric', minute: '2-digit', hour12: true });

const formatted = (format: Intl.DateTimeFormat, iso: string): string => {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? '' : format.format(at).replaceAll(/[\u00a0\u202f]/g, ' ');
};

/** "3:04 p. m.", by the clock of the device; empty for what is no instant. */
export const timeInWords = (iso: string): string => formatted(time, iso);

/** What a kept conversation says of itself before anything else; PRUEBA only before go-live. */
const headOf = ({ archivoTitulo, prueba, datosPersonales }: Words): string[] =>
  [archivoTitulo, prueba, datosPersonales].filter(Boolean);

/** The conversation as plain text, with who, when and every address written out. */
export function transcriptText(lines: readonly TranscriptLine[], words: Words): string {
  const blocks = lines.map(({ quien, en, texto, enlaces }) =>
    [
      `${quien} (${formatted(dayAndTime, en)}):`,
      texto,
      ...enlaces.map(({ titulo, url }) => `${titulo}: ${url}`),
    ].join('\n'),
  );
  return `${[...headOf(words), ...blocks].join('\n\n')}\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
const paragraph = (text: string): string => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;

/** The conversation as a page of its own, with headings and a list; it runs nothing and asks nothing of anybody. */
export function transcriptHtml(lines: readonly TranscriptLine[], words: Words, base: string): string {
  const [titulo = '', ...notes] = headOf(words);
  const items = lines.map(({ quien, en, texto, enlaces }) =>
    [
      `<li><h2>${escaped(quien)} <time datetime="${escaped(en)}">${formatted(dayAndTime, en)}</time></h2>`,
      paragraph(texto),
      ...enlaces.map(
        ({ titulo: title, url }) => `<p><a href="${escaped(absolute(url, base))}">${escaped(title)}</a></p>`,
      ),
      '</li>',
    ].join(''),
  );
  return `<!doctype html>
<html lang="es-CO"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(titulo)}</title>
<style>:root{color-scheme:light dark}body{font:1rem/1.5 sans-serif;max-width:40rem;margin:auto;padding:1rem;overflow-wrap:anywhere}ol{list-style:none;padding:0}h2{font-size:1rem}</style>
</head><body><main><h1>${escaped(titulo)}</h1>${notes.map(paragraph).join('')}<ol>${items.join('')}</ol></main></body></html>
`;
}

// From a file of the person's own, an address of ours needs to say where it is.
const absolute = (url: string, base: string): string =>
  URL.canParse(url, base) ? new URL(url, base).href : url;
