import type { ChatWords } from './chat-words';

/** One line of the conversation as it is kept in a file. */
export interface TranscriptLine {
  readonly quien: string;
  readonly en: string;
  readonly texto: string;
  readonly enlaces: readonly { readonly titulo: string; readonly url: string }[];
}

const dayAndTime = new Intl.DateTimeFormat('es-CO', { dateStyle: 'long', timeStyle: 'short' });
const time = new Intl.DateTimeFormat('es-CO', { hour: 'numeric', minute: '2-digit', hour12: true });

const formatted = (format: Intl.DateTimeFormat, iso: string): string => {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? '' : format.format(at).replaceAll(/[\u00a0\u202f]/g, ' ');
};

/** "3:04 p. m.", by the clock of the device; empty for what is no instant. */
export const timeInWords = (iso: string): string => formatted(time, iso);

/** The conversation as plain text, with who, when and every address written out. */
export function transcriptText(
  lines: readonly TranscriptLine[],
  words: Pick<ChatWords, 'archivoTitulo'>,
): string {
  const blocks = lines.map(({ quien, en, texto, enlaces }) =>
    [
      `${quien} (${formatted(dayAndTime, en)}):`,
      texto,
      ...enlaces.map(({ titulo, url }) => `${titulo}: ${url}`),
    ].join('\n'),
  );
  return `${[words.archivoTitulo, ...blocks].join('\n\n')}\n`;
}
