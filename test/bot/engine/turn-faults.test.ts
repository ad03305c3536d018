import { describe, expect, it } from '@jest/globals';
import { contentCards } from '../../../bot/engine/cards';
import { createScript } from '../../../bot/engine/script';
import { ANA, chatTown } from '../../fakes/chat-town';
import { HOME, sampleDialogs } from '../../fakes/sample-dialogs';

const DAY = 86_400_000;

const toSummary = async (town: ReturnType<typeof chatTown>, modo = 'con mi nombre') => {
  await town.send('Hay un hueco en la calle');
  await town.send('Calle 5');
  return modo === 'anónima' ? town.send(modo) : [await town.send(modo), await town.send('Ana Pérez')].join();
};

describe('a turn cut short', () => {
  it('finds the stored case by its key when the process dies between filing and writing', async () => {
    const town = chatTown();
    await toSummary(town);
    let crashes = 0;
    // The process dies here: nothing of the turn is written and nobody retries.
    town.conversaciones.hooks.beforeSave = () => {
      crashes += 1;
      return new Promise(() => {});
    };
    await town.engine.accept(town.messageOf('sí'));
    while (crashes === 0) await Promise.resolve();
    expect(town.ventanilla.solicitudes).toHaveLength(1);
    town.conversaciones.hooks.beforeSave = undefined;
    const next = town.restart();
    expect(await next.recoverTurns()).toBe(1);
    await next.idle();
    expect(town.ventanilla.solicitudes).toHaveLength(1);
    expect((await town.repliesOf()).at(-1)).toBe('Radicado 2026-E-000001 código K7QM-X4TP-9W (ya estaba)');
    expect(await next.recoverTurns()).toBe(0);
  });

  it('plays a message once when the process dies between writing and marking the inbox', async () => {
    const town = chatTown();
    let marks = 0;
    const stuck = town.restart({
      inbox: {
        ...town.inbox,
        consumed: (ids) => (ids.length > 0 ? new Promise(() => marks++) : Promise.resolve()),
      },
    });
    await stuck.accept(town.messageOf('Hay un hueco en la calle'));
    while (marks === 0) await Promise.resolve();
    const before = await town.repliesOf();
    const next = town.restart();
    expect(await next.recoverTurns()).toBe(1);
    await next.idle();
    expect(await town.repliesOf()).toEqual(before);
    expect(await next.recoverTurns()).toBe(0);
  });

  it('is played again over what another copy wrote first', async () => {
    const town = chatTown();
    await town.send('Hay un hueco en la calle');
    const other = town.restart();
    let raced = false;
    town.conversaciones.hooks.beforeSave = async () => {
      if (raced) return;
      raced = true;
      await other.recoverTurns();
      await other.idle();
    };
    await town.inbox.accept(town.messageOf('Calle 5'));
    await town.engine.accept(town.messageOf('con mi nombre'));
    await town.engine.idle();
    expect((await town.repliesOf()).slice(1)).toEqual(['Anotado.\n\n¿Con su nombre?', '¿Cuál es su nombre?']);
  });

  it('is played again, and not lost, when the other write was about something else', async () => {
    const town = chatTown();
    await town.send('Hay un hueco en la calle');
    const other = town.restart();
    let raced = false;
    town.conversaciones.hooks.beforeSave = async () => {
      if (raced) return;
      raced = true;
      await other.delivered(ANA, 1);
    };
    expect(await town.send('Calle 5')).toContain('¿Con su nombre?');
  });

  it('is not played by two copies that receive the same message at once', async () => {
    const town = chatTown();
    await toSummary(town);
    const other = town.restart();
    const message = town.messageOf('sí');
    await Promise.all([town.engine.accept(message), other.accept(message)]);
    await Promise.all([town.engine.idle(), other.idle()]);
    expect(town.ventanilla.solicitudes).toHaveLength(1);
    expect((await town.repliesOf()).filter((texto) => texto.startsWith('Radicado'))).toHaveLength(1);
  });
});

describe('a draft', () => {
  it('survives a restart and goes on at the same step', async () => {
    const town = chatTown();
    await town.send('Hay un hueco en la calle');
    const next = town.restart();
    await next.accept(town.messageOf('Calle 5'));
    await next.idle();
    expect((await town.repliesOf()).at(-1)).toContain('¿Con su nombre?');
  });

  it('survives days of silence, and is offered', async () => {
    const town = chatTown();
    await toSummary(town);
    town.clock.advance(12 * DAY);
    expect(await town.send('buenas')).toBe('¿Seguimos con «Hay un hueco en la calle»?');
    expect(await town.send('sí')).toContain('Resumen: Hay un hueco');
  });

  it('lands on the summary when a release changed its steps', async () => {
    const town = chatTown();
    await town.send('Hay un hueco en la calle');
    const release = town.restart({ script: createScript(sampleDialogs({ version: 2 }), HOME, contentCards) });
    await release.accept(town.messageOf('Calle 5'));
    await release.idle();
    expect((await town.repliesOf()).at(-1)).toMatch(/^Mejoramos.*Resumen: Hay un hueco en la calle/s);
    await release.accept(town.messageOf('enviar'));
    await release.idle();
    expect(town.ventanilla.solicitudes).toHaveLength(1);
  });

  it('is kept when a release cannot read it, and the person is told', async () => {
    const town = chatTown();
    await town.send('Hay un hueco en la calle');
    const [inicio] = sampleDialogs();
    const release = town.restart({ script: createScript(inicio ? [inicio] : [], HOME, contentCards) });
    await release.accept(town.messageOf('Calle 5'));
    await release.idle();
    expect((await town.repliesOf()).at(-1)).toMatch(/^No pudimos abrir su borrador.*¿Qué necesita\?$/s);
    expect(town.conversaciones.opened()).toContain('"unreadable":[{"dialog":"radicar"');
  });
});

describe('size', () => {
  // Random letters do not pack: the worst a person can paste.
  const noise = (length: number) => {
    let seed = 7;
    return Array.from({ length }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(0x4e00 + (seed % 20_000));
    }).join('');
  };

  it('attaches whole a text past 64 kB and keeps its beginning', async () => {
    const town = chatTown();
    const long = 'hueco '.repeat(12_000);
    await town.send(long);
    expect([...town.files.values()]).toEqual([
      long.trim() === long ? long : expect.stringContaining(long.trim()),
    ]);
    expect(town.conversaciones.opened()).not.toContain('hueco '.repeat(400));
  });

  it('attaches a shorter one when the conversation could not hold it', async () => {
    const town = chatTown();
    const long = noise(20_000);
    await town.send('hola');
    await town.send('1');
    expect(await town.send(long)).toBe('¿Dónde?');
    expect([...town.files.values()]).toEqual([long]);
    expect(town.conversaciones.closed().length).toBeLessThan(70_000);
  });

  it('keeps the last twenty replies', async () => {
    const town = chatTown();
    await town.send('hola');
    for (let i = 0; i < 30; i++) await town.send('repetir');
    expect((await town.engine.repliesAfter(ANA, 0)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 12),
    );
  });

  it('lets the oldest replies go before it grows past 64 kB', async () => {
    const town = chatTown();
    const big = noise(9_000);
    await town.send('hola');
    await town.send('1');
    await town.send(big);
    for (let i = 0; i < 6; i++) await town.send('ayuda');
    expect(await town.send('Calle 5')).toContain('¿Con su nombre?');
    expect(await town.send('2')).toContain(big);
    for (let i = 0; i < 3; i++) expect(await town.send('repetir')).toContain(big);
    expect(town.conversaciones.closed().length).toBeLessThan(70_000);
  });
});
