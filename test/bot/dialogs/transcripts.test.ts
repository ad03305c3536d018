import { describe, expect, it } from '@jest/globals';
import { playDialogs, type PlayedChat } from '../../fakes/play-dialog';
import { filingTranscripts } from './filing-transcripts';
import { otherTranscripts } from './other-transcripts';

async function saying(chat: PlayedChat, dice: string): Promise<string> {
  const file = dice.startsWith('@') ? dice.slice(1) : undefined;
  const anexos = file ? [{ sha256: file, nombre: file, tipo: 'image/jpeg', bytes: 1 }] : [];
  const bubbles = await chat.says(file ? '' : dice, { anexos });
  return bubbles
    .map(({ texto, opciones }) => [texto, ...opciones.map(({ titulo }) => `[${titulo}]`)].join('\n'))
    .join('\n---\n');
}

describe('a conversation', () => {
  it.each([...filingTranscripts, ...otherTranscripts])('$title', async ({ canal, lines, files = [] }) => {
    const chat = playDialogs(canal);
    for (const [dice, ...espera] of lines) {
      const heard = `> ${dice}\n${await saying(chat, dice)}`;
      for (const fragment of espera) {
        if (fragment.startsWith('!')) expect(heard).not.toContain(fragment.slice(1));
        else expect(heard).toContain(fragment);
      }
    }
    expect(chat.ventanilla.solicitudes).toHaveLength(files.length);
    files.forEach((file, index) => expect(chat.ventanilla.solicitudes[index]).toMatchObject(file));
  });
});
