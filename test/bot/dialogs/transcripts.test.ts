import { describe, expect, it } from '@jest/globals';
import type { Bubble } from '../../../bot/engine/bubble';
import { playDialogs, type PlayedChat } from '../../fakes/play-dialog';
import { caseTranscripts } from './case-transcripts';
import { failingTranscripts } from './failing-transcripts';
import { filingTranscripts } from './filing-transcripts';
import { intakeTranscripts } from './intake-transcripts';
import { leavingTranscripts } from './leaving-transcripts';
import { otherTranscripts } from './other-transcripts';
import { peopleTranscripts } from './people-transcripts';
import { trackingTranscripts } from './tracking-transcripts';
import type { Line, Transcript } from './transcript';

const transcripts: readonly Transcript[] = [
  ...filingTranscripts,
  ...intakeTranscripts,
  ...otherTranscripts,
  ...peopleTranscripts,
  ...leavingTranscripts,
  ...caseTranscripts,
  ...trackingTranscripts,
  ...failingTranscripts,
];

const TYPES: Readonly<Record<string, string>> = { ogg: 'audio/ogg', pdf: 'application/pdf' };

function filesOf(dice: string) {
  const nombre = dice.slice(1).split(' ')[0] ?? '';
  if (dice.startsWith('#')) return { noRecibidos: [{ nombre, motivo: 'TIPO_NO_ADMITIDO' as const }] };
  const tipo = TYPES[nombre.split('.').at(-1) ?? ''] ?? 'image/jpeg';
  return { anexos: [{ sha256: nombre, nombre, tipo, bytes: 1 }] };
}

function says(chat: PlayedChat, dice: string): Promise<readonly Bubble[]> {
  if (/^[@#]./.test(dice)) return chat.says(dice.split(' ').slice(1).join(' '), filesOf(dice));
  if (!/^=./.test(dice)) return chat.says(dice);
  const titulo = dice.slice(1);
  const opcion = chat.state.shown.find((one) => one.titulo === titulo)?.id;
  return chat.says(titulo, { opcion: opcion ?? 'de-antes' });
}

const inWords = (bubbles: readonly Bubble[]): string =>
  bubbles
    .map(({ texto, opciones }) => [texto, ...opciones.map(({ titulo }) => `[${titulo}]`)].join('\n'))
    .join('\n---\n');

async function playLine(chat: PlayedChat, [dice, ...espera]: Line): Promise<void> {
  const bubbles = await says(chat, dice);
  const heard = `> ${dice}\n${inWords(bubbles)}`;
  for (const fragment of espera) {
    if (fragment.startsWith('!')) expect(heard).not.toContain(fragment.slice(1));
    else expect(heard).toContain(fragment);
  }
  for (const { texto, opciones } of bubbles) {
    expect(texto.trim()).not.toBe('');
    expect(texto.length).toBeLessThanOrEqual(1024);
    expect(opciones.length).toBeLessThanOrEqual(10);
  }
}

describe('a conversation', () => {
  it.each(transcripts)('$title', async ({ canal, lines, files = [], adds = [], forgets = [] }) => {
    const chat = playDialogs(canal);
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
  });

  it('is told in no fewer than fifty scripts, each with its own title', () => {
    expect(new Set(transcripts.map(({ title }) => title)).size).toBe(transcripts.length);
    expect(transcripts.length).toBeGreaterThanOrEqual(50);
  });
});
