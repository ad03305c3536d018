import { describe, expect, it } from '@jest/globals';
import { playDialogs, type PlayedChat } from '../../fakes/play-dialog';
import { filingTranscripts } from './filing-transcripts';
import { intakeTranscripts } from './intake-transcripts';
import { otherTranscripts } from './other-transcripts';

function filesOf(dice: string) {
  const nombre = dice.slice(1);
  if (dice.startsWith('#')) return { noRecibidos: [{ nombre, motivo: 'TIPO_NO_ADMITIDO' as const }] };
  const tipo = nombre.endsWith('.ogg') ? 'audio/ogg' : 'image/jpeg';
  return { anexos: [{ sha256: nombre, nombre, tipo, bytes: 1 }] };
}

async function saying(chat: PlayedChat, dice: string): Promise<string> {
  const bubbles = /^[@#]/.test(dice) ? await chat.says('', filesOf(dice)) : await chat.says(dice);
  return bubbles
    .map(({ texto, opciones }) => [texto, ...opciones.map(({ titulo }) => `[${titulo}]`)].join('\n'))
    .join('\n---\n');
}

describe('a conversation', () => {
  it.each([...filingTranscripts, ...intakeTranscripts, ...otherTranscripts])(
    '$title',
    async ({ canal, lines, files = [] }) => {
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
    },
  );
});
