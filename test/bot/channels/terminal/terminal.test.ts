import { describe, expect, it } from '@jest/globals';
import { recordFilings } from '../../../../bot/channels/terminal/record-filings';
import { runGuion, runTerminalChat } from '../../../../bot/channels/terminal/terminal-chat';
import { createTerminalTurns } from '../../../../bot/channels/terminal/terminal-turns';
import { channelContract } from '../../../contracts/channel-contract';
import { chatTown } from '../../../fakes/chat-town';
import { sampleContent } from '../../../fakes/sample-facts';

channelContract('terminal', async (town) => {
  const say = createTerminalTurns(town.engine, town.clock);
  const shown: string[] = [];
  const opens: string[] = [];
  return {
    async send(texto) {
      const answered = await say(texto);
      const replies = answered.ok ? answered.value : [];
      shown.push(...replies.map((reply) => reply.texto));
      opens.push(...replies.flatMap(({ enlaces = [] }) => enlaces.map(({ url }) => url)));
      return answered.ok;
    },
    shown: async () => shown,
    opens: async () => opens,
    close: async () => {},
  };
});

const texts = () => sampleContent.texts;

async function* linesOf(...lines: string[]) {
  yield* lines;
}

async function playGuion(guion: string) {
  const town = chatTown();
  const { ventanilla, radicados } = recordFilings(town.ventanilla);
  const chat = town.restart({ ventanilla });
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  await runGuion({ chat, clock: town.clock, texts, print, guion, radicados });
  return { town, printed, lines: printed.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the terminal chat', () => {
  it('prints plain text with numbered options, and ends with SALIR in any case', async () => {
    const town = chatTown();
    const printed: string[] = [];
    await runTerminalChat({
      chat: town.engine,
      clock: town.clock,
      texts,
      input: linesOf('hola', '2', 'salir', 'nunca'),
      print: (line) => void printed.push(line),
    });
    expect(printed).toEqual([
      expect.stringContaining('SALIR'),
      '\nBienvenido. Aviso de datos. ¿Qué necesita?\n1. Radicar una petición\n2. Consultar mi radicado',
      '',
      '\n¿Número?',
      '',
      'Hasta luego.',
    ]);
  });

  it('says in words that a message could not be stored', async () => {
    const town = chatTown();
    const printed: string[] = [];
    town.inbox.next.fail = true;
    const input = linesOf('hola');
    await runTerminalChat({
      chat: town.engine,
      clock: town.clock,
      texts,
      input,
      print: (l) => void printed.push(l),
    });
    expect(printed[1]).toContain('no podemos guardar');
  });
});

describe('a guion', () => {
  it('prints each line as JSON with both sides, and at the end what was filed', async () => {
    const { lines } = await playGuion('\ufeffHay un hueco\n en la calle\r\n\r\nno tiene luz\n1\nAna\nsí\n');
    expect(lines[0]).toEqual({ de: 'ciudadano', texto: 'Hay un hueco', opciones: [] });
    expect(lines.filter(({ de }) => de === 'ciudadano')).toHaveLength(6);
    expect(lines.at(-1)).toHaveProperty('radicados');
  });

  it('gives the options by their titles and the number filed', async () => {
    const { lines } = await playGuion('Hay un hueco en la calle\nCalle 5\n1\nAna\nsí');
    expect(lines).toContainEqual({
      de: 'bot',
      texto: 'Anotado.\n\n¿Con su nombre?',
      opciones: ['Con mi nombre', 'Anónima'],
    });
    expect(lines.at(-1)).toEqual({ radicados: ['2026-E-000001'] });
  });

  it('keeps nothing of an anonymous filing once it is printed', async () => {
    const { town, lines } = await playGuion('Hay un hueco en la calle\nCalle 5\nanónima\nsí');
    expect(lines.at(-1)).toEqual({ radicados: ['2026-E-000001'] });
    expect(town.conversaciones.opened()).not.toMatch(/hueco|2026-E-000001/);
  });

  it('is empty when nothing was said', async () => {
    expect((await playGuion('\n\n')).lines).toEqual([{ radicados: [] }]);
  });
});
