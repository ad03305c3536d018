import { describe, expect, it } from '@jest/globals';
import type { Interlocutor } from '../../../bot/channels/channel';
import { ANA, chatTown } from '../../fakes/chat-town';

const LUZ: Interlocutor = { canal: 'WHATSAPP', conversacion: '573009998877' };

describe('the engine', () => {
  it('holds a conversation from the greeting to the radicado, through Botkit', async () => {
    const town = chatTown();
    expect(await town.send('hola')).toContain('¿Qué necesita?');
    await town.send('Hay un hueco en la calle');
    await town.send('Calle 5');
    expect(await town.send('con mi nombre')).toContain('¿Cuál es su nombre?');
    expect(await town.send('Ana')).toContain('Resumen');
    expect(await town.send('sí')).toBe('Radicado 2026-E-000001 código K7QM-X4TP-9W');
    expect(town.ventanilla.solicitudes[0]).toMatchObject({
      canal: 'WHATSAPP',
      texto: 'Hay un hueco en la calle',
    });
  });

  it('plays a repeated message once', async () => {
    const town = chatTown();
    const message = town.messageOf('Hay un hueco en la calle');
    await Promise.all([1, 2, 3].map(() => town.engine.accept(message)));
    await town.engine.idle();
    await town.engine.accept(message);
    await town.engine.idle();
    expect(await town.repliesOf()).toHaveLength(1);
  });

  it('plays nothing more once it is told to stop, and what waits is played when it starts again', async () => {
    const town = chatTown();
    await town.send('hola');
    town.engine.stop();
    await town.engine.accept(town.messageOf('Hay un hueco en la calle'));
    await town.engine.idle();
    expect(await town.repliesOf()).toHaveLength(1);
    const again = town.restart();
    expect(await again.recoverTurns()).toBe(1);
    await again.idle();
    expect(await town.repliesOf()).toHaveLength(2);
  });

  it('plays quick messages in order, each as the answer to its own question', async () => {
    const town = chatTown();
    const messages = ['Hay un hueco en la calle', 'Calle 5', 'con mi nombre', 'Ana Pérez', 'sí'];
    await Promise.all(messages.map((texto) => town.engine.accept(town.messageOf(texto))));
    await town.engine.idle();
    expect(town.ventanilla.solicitudes).toMatchObject([
      { texto: 'Hay un hueco en la calle', lugar: 'Calle 5', identidad: { nombre: 'Ana Pérez' } },
    ]);
    const said = await town.engine.repliesAfter(ANA, 0);
    expect(said.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
  });

  it('joins what waits at a free-text step, up to what is not text', async () => {
    const town = chatTown();
    await town.send('hola');
    await town.send('1');
    for (const texto of ['Buenas', 'hay un hueco', 'en la esquina', 'AYUDA', 'Calle 5']) {
      await town.inbox.accept(town.messageOf(texto));
    }
    await town.engine.recoverTurns();
    await town.engine.idle();
    expect(town.conversaciones.opened()).toContain(String.raw`"texto":"Buenas\nhay un hueco\nen la esquina"`);
    expect((await town.repliesOf()).slice(-3)).toMatchObject([
      '¿Dónde?',
      expect.stringContaining('puede escribir'),
      expect.stringContaining('¿Con su nombre?'),
    ]);
  });

  it('plays a global word that waits before a text on its own', async () => {
    const town = chatTown();
    await town.send('hola');
    await town.send('1');
    for (const texto of ['ayuda', 'hay un hueco']) await town.inbox.accept(town.messageOf(texto));
    await town.engine.recoverTurns();
    await town.engine.idle();
    const said = await town.repliesOf();
    expect(said.slice(-2)).toEqual([expect.stringMatching(/puede escribir.*Cuéntenos/s), '¿Dónde?']);
    expect(town.conversaciones.opened()).toContain('"texto":"hay un hueco"');
  });

  it('plays a message that arrives while the one before is being stored', async () => {
    const town = chatTown();
    let second: Promise<unknown> | undefined;
    town.conversaciones.hooks.beforeSave = async () => {
      second ??= town.engine.accept(town.messageOf('Calle 5'));
      await second;
    };
    await town.send('Hay un hueco en la calle');
    expect((await town.repliesOf()).at(-1)).toContain('¿Con su nombre?');
  });

  it('waits at a free-text step, and only there, for what the person is still writing', async () => {
    const waits: number[] = [];
    const town = chatTown({
      esperaMs: 1_200,
      wait: async (milliseconds) => {
        waits.push(milliseconds);
        await town.inbox.accept(town.messageOf('y es hondo'));
      },
    });
    await town.send('hola');
    await town.send('1');
    expect(waits).toEqual([]);
    expect(await town.send('hay un hueco')).toBe('¿Dónde?');
    expect(waits).toEqual([1_200]);
    expect(town.conversaciones.opened()).toContain(String.raw`"texto":"hay un hueco\ny es hondo"`);
  });

  it('keeps conversations apart', async () => {
    const town = chatTown();
    await Promise.all([town.send('Hay un hueco en la calle'), town.send('No pasa la basura', LUZ)]);
    await Promise.all([town.send('Calle 5'), town.send('Calle 9', LUZ)]);
    expect(await town.send('2', LUZ)).toContain('No pasa la basura en Calle 9');
    expect(await town.send('2')).toContain('Hay un hueco en la calle en Calle 5');
  });

  it('gives text back as it came: nothing of it is a template of Botkit, of ours or of HTML', async () => {
    const town = chatTown();
    const odd = 'O\'Neil "Cra 5" / <b>x</b> & {{vars.x}} {{{y}}} {texto} {"$ne":1}';
    await town.send(odd);
    await town.send('24/12/2026');
    expect(await town.send('2')).toBe(`Resumen: ${odd} en 24/12/2026. ¿Enviamos?`);
  });

  it('apologises when a step throws; the state stays as it was and the log has nothing of the person', async () => {
    const town = chatTown();
    await town.send('hola');
    expect(await town.send('revienta')).toMatch(/^Algo falló de nuestro lado.*contacto@/s);
    expect(await town.send('Hay un hueco en la calle')).toContain('¿Dónde?');
    expect(town.log.join()).toContain('turn.failed');
    expect(town.log.join()).not.toMatch(/revienta|hueco|57300/);
  });

  it('leaves messages waiting while the store fails, and plays them when it is back', async () => {
    const pauses: number[] = [];
    const town = chatTown({ wait: async (milliseconds) => void pauses.push(milliseconds) });
    town.conversaciones.hooks.beforeSave = async () => {
      if (pauses.length < 2) throw new Error('store down');
    };
    expect(await town.send('Hay un hueco en la calle')).toContain('¿Dónde?');
    expect(pauses).toEqual([250, 1_000]);
    expect(town.log.join()).not.toContain('hueco');
  });

  it('writes a conversation once a turn', async () => {
    const town = chatTown();
    await town.send('Hay un hueco en la calle');
    await town.send('Calle 5');
    expect(town.conversaciones.counts.saves).toBe(2);
  });

  it('keeps proof of the privacy notice: version, words, instant and message', async () => {
    const town = chatTown();
    await town.send('hola');
    await town.send('menú');
    expect(town.conversaciones.opened()).toMatch(
      /"notices":\[\{"version":"v1","textHash":"[0-9a-f]{64}","at":"2026-11-24T14:00:00.000Z","messageId":"1"\}\]/,
    );
  });

  it('gives the history of both sides', async () => {
    const town = chatTown();
    await town.send('hola');
    town.clock.advance(1_000);
    await town.send('2');
    const lines = await town.engine.history(ANA);
    expect(lines.map(({ de, texto }) => `${de}: ${texto}`)).toEqual([
      'ciudadano: hola',
      'asistente: Bienvenido. Aviso de datos. ¿Qué necesita?',
      'ciudadano: 2',
      'asistente: ¿Número?',
    ]);
  });
});
