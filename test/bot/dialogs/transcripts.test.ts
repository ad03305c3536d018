import { describe, expect, it } from '@jest/globals';
import type { Bubble } from '../../../bot/engine/bubble';
import { playDialogs, type PlayedChat } from '../../fakes/play-dialog';
import { says, transcripts } from './all-transcripts';
import type { Line } from './transcript';

const inWords = (bubbles: readonly Bubble[]): string =>
  bubbles
    .map(({ texto, opciones }) => [texto, ...opciones.map(({ titulo }) => `[${titulo}]`)].join('\n'))
    .join('\n---\n');

async function playLine(chat: PlayedChat, [dice, ...espera]: Line): Promise<void> {
  const bubbles = await says(chat, dice);
  const said = inWords(bubbles);
  const heard = `> ${dice}\n${said}`;
  for (const fragment of espera) {
    if (fragment.startsWith('!')) expect(said).not.toContain(fragment.slice(1));
    else expect(heard).toContain(fragment);
  }
  for (const { texto, opciones } of bubbles) {
    expect(texto.trim()).not.toBe('');
    expect(texto.length).toBeLessThanOrEqual(1024);
    expect(opciones.length).toBeLessThanOrEqual(10);
  }
}

describe('a conversation', () => {
  it.each(transcripts)(
    '$title',
    async ({ canal, telefono, enlaces, lines, files = [], adds = [], forgets = [] }) => {
      const chat = playDialogs(canal, { telefono, enlaces });
      for (const line of lines) {
        if (typeof line === 'function') line(chat);
        else await playLine(chat, line);
      }
      expect(chat.ventanilla.solicitudes).toHaveLength(files.length);
      files.forEach((file, index) => expect(chat.ventanilla.solicitudes[index]).toMatchObject(file));
      expect(chat.ventanilla.adiciones).toHaveLength(adds.length);
      adds.forEach((add, index) => expect(chat.ventanilla.adiciones[index]).toMatchObject(add));
      for (const secret of forgets) expect(JSON.stringify(chat.state)).not.toContain(secret);
      // Wherever it ended, the menu is one word away.
      expect(inWords(await chat.says('menu'))).toContain('[Petición, queja, reclamo]');
    },
  );

  it('is told in no fewer than fifty scripts, each with its own title', () => {
    expect(new Set(transcripts.map(({ title }) => title)).size).toBe(transcripts.length);
    expect(transcripts.length).toBeGreaterThanOrEqual(50);
  });
});
