import { describe, expect, it } from '@jest/globals';
import { type Failure, failure } from '../../../api/base/kernel/failures';
import { err, ok } from '../../../api/base/kernel/result';
import type { InboundMessage } from '../../../bot/channels/channel';
import { createBotkitPlayer } from '../../../bot/engine/botkit-player';
import { ANA, chatTown } from '../../fakes/chat-town';
import { gate } from '../../fakes/gate';

describe('delivery', () => {
  /** A town whose WhatsApp refuses as many times as told, and whose pauses end when told. */
  function pushing(refusals: Failure[]) {
    const sent: string[] = [];
    const pauses: { readonly ms: number; readonly end: () => void }[] = [];
    const paused = gate();
    const delivered = gate();
    let working = false;
    const town = chatTown({
      wait: (ms) =>
        new Promise((end) => {
          pauses.push({ ms, end });
          paused.pass();
        }),
      channels: {
        WHATSAPP: {
          deliver: async (_who, { seq, texto }) => {
            expect(working).toBe(false);
            working = true;
            await Promise.resolve();
            working = false;
            const refusal = seq === 2 ? refusals.shift() : undefined;
            if (refusal) return err(refusal);
            sent.push(`${seq} ${texto.slice(0, 8)}`);
            delivered.pass();
            return ok(undefined);
          },
        },
      },
    });
    return { town, sent, pauses, paused, delivered };
  }

  it('keeps of what was said only what was not sent yet', async () => {
    const { town } = pushing([failure('STORE_UNAVAILABLE')]);
    const kept = async () => (await town.engine.repliesAfter(ANA, 0)).map(({ seq }) => seq);
    await town.send('Hay un hueco en la calle');
    expect(await kept()).toEqual([1]);
    await town.send('Calle 5');
    expect(await kept()).toEqual([2]);
    await town.send('con mi nombre');
    expect(await kept()).toEqual([2, 3]);
  });

  it('sends replies one after another, and again from the one that failed', async () => {
    const { town, sent } = pushing([failure('STORE_UNAVAILABLE')]);
    await town.send('Hay un hueco en la calle');
    expect(sent).toEqual(['1 Bienveni']);
    await town.send('Calle 5');
    expect(sent).toEqual(['1 Bienveni']);
    await town.send('con mi nombre');
    expect(sent).toEqual(['1 Bienveni', '2 Anotado.', '3 ¿Cuál es']);
  });

  it('tries again by itself when the channel says, and each time later', async () => {
    const { town, sent, pauses, paused, delivered } = pushing([
      failure('TOO_MANY_REQUESTS', { segundos: 16 }),
      failure('STORE_UNAVAILABLE'),
    ]);
    await town.send('Hay un hueco en la calle');
    await town.send('Calle 5');
    expect(pauses.map(({ ms }) => ms)).toEqual([16_000]);
    pauses[0]?.end();
    await paused.reached(2);
    expect(pauses[1]?.ms).toBe(4_000);
    pauses[1]?.end();
    await delivered.reached(2);
    await town.engine.idle();
    expect(sent).toEqual(['1 Bienveni', '2 Anotado.']);
    expect(await town.conversaciones.unsent(10)).toEqual([]);
  });

  it('sends after a restart what a crash left unsent', async () => {
    const { town, sent } = pushing(Array.from({ length: 9 }, () => failure('STORE_UNAVAILABLE')));
    await town.send('Hay un hueco en la calle');
    await town.send('Calle 5');
    expect(await town.conversaciones.unsent(10)).toHaveLength(1);
    const later: string[] = [];
    const restarted = town.restart({
      channels: {
        WHATSAPP: {
          deliver: async (_who, { seq }) => {
            later.push(String(seq));
            return ok(undefined);
          },
        },
      },
    });
    await restarted.recoverTurns();
    await restarted.idle();
    expect([sent, later]).toEqual([['1 Bienveni'], ['2']]);
    expect(await town.conversaciones.unsent(10)).toEqual([]);
  });
});

describe('files that a provider holds', () => {
  const archivo = { id: 'media-1', nombre: 'foto.jpg', sha256: 'a'.repeat(64) };

  it('are fetched before the turn is played, and given with it', async () => {
    const anexo = { sha256: 'a'.repeat(64), nombre: 'foto.jpg', tipo: 'image/jpeg', bytes: 3 };
    const asked: string[] = [];
    const played: unknown[] = [];
    const player = createBotkitPlayer();
    const town = chatTown({
      player: (before, turn) => {
        played.push(turn.input.anexos);
        return player(before, turn);
      },
      channels: {
        WHATSAPP: {
          deliver: async () => ok(undefined),
          fetchFile: async ({ id }) => {
            asked.push(id);
            return ok(anexo);
          },
        },
      },
    });
    await town.engine.accept({ ...town.messageOf('Hay un hueco en la calle'), porBajar: [archivo] });
    await town.engine.idle();
    expect(asked).toEqual(['media-1']);
    expect(played).toEqual([[anexo]]);
  });

  it('that cannot be fetched are told, and the text is heard', async () => {
    const town = chatTown({
      channels: {
        WHATSAPP: {
          deliver: async () => ok(undefined),
          fetchFile: async ({ nombre }) => err({ nombre, motivo: 'INCOMPLETO' }),
        },
      },
    });
    await town.engine.accept({ ...town.messageOf('Hay un hueco en la calle'), porBajar: [archivo] });
    await town.engine.idle();
    expect((await town.repliesOf()).join()).toMatch(/foto\.jpg.*¿Dónde\?/s);
  });
});

describe('what happens besides messages', () => {
  it('is told, and the same question is asked again', async () => {
    const town = chatTown();
    await town.send('Hay un hueco en la calle');
    const suceso = { ...town.messageOf(''), suceso: 'EDITADO' } as const;
    await town.engine.accept(suceso);
    await town.engine.idle();
    expect((await town.repliesOf()).at(-1)).toMatch(/cambió un mensaje.*¿Dónde\?/s);
  });
});

describe('messages that come out of order', () => {
  it('are played in the order in which they were sent', async () => {
    const town = chatTown({ channels: { WHATSAPP: { deliver: async () => ok(undefined) } } });
    const sent = (texto: string, second: number) => ({
      ...town.messageOf(texto),
      enviadoEn: new Date(town.clock.now().getTime() + second * 1_000),
    });
    await town.inbox.accept(sent('Calle 5', 2));
    await town.inbox.accept(sent('Hay un hueco en la calle', 1));
    await town.engine.recoverTurns();
    await town.engine.idle();
    expect((await town.repliesOf()).at(-1)).toContain('¿Con su nombre?');
  });
});

describe('a rush', () => {
  /** A town that is receiving so many messages, and how many turns its player has, has had and had at most. */
  function receivingTown(rush: { receiving: number }, onPlay: () => void = () => {}) {
    const turns = { now: 0, most: 0, all: 0 };
    const player = createBotkitPlayer();
    const town = chatTown({
      player: async (before, turn) => {
        turns.all += 1;
        turns.most = Math.max(turns.most, (turns.now += 1));
        onPlay();
        await new Promise(setImmediate);
        turns.now -= 1;
        return player(before, turn);
      },
      channels: { WHATSAPP: { deliver: async () => ok(undefined), receiving: () => rush.receiving } },
    });
    const many = (round: string) =>
      Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          town.engine.accept(town.messageOf('hola', { canal: 'WHATSAPP', conversacion: `${round}${n}` })),
        ),
      );
    return { town, turns, many };
  }

  it('lets two turns be played at once while messages are being received, and the rest after', async () => {
    const rush = { receiving: 32 };
    const { town, turns, many } = receivingTown(rush);
    await many('a');
    await town.engine.idle();
    expect(turns.most).toBe(2);
    rush.receiving = 31;
    await many('b');
    await town.engine.idle();
    expect(turns.most).toBe(12);
  });

  it('leaves at a stop those who had not been let in, for the next start', async () => {
    const { town, turns, many } = receivingTown({ receiving: 32 }, () => town.engine.stop());
    await many('a');
    await town.engine.idle();
    expect(turns.all).toBeGreaterThan(0);
    expect(turns.all).toBeLessThanOrEqual(2);
    expect(await town.restart().recoverTurns()).toBe(12 - turns.all);
  });
});

describe('what a provider repeats', () => {
  it('is neither asked of the store nor played again by the process that took it; by another it is', async () => {
    let asked = 0;
    const town = chatTown();
    const inbox = {
      ...town.inbox,
      accept: async (message: InboundMessage) => {
        asked += 1;
        return town.inbox.accept(message);
      },
    };
    const engine = town.restart({ inbox });
    const message = town.messageOf('Hay un hueco en la calle');
    town.inbox.next.fail = true;
    expect((await engine.accept(message)).ok).toBe(false);
    for (let times = 0; times < 5; times++) expect((await engine.accept(message)).ok).toBe(true);
    await engine.idle();
    expect([asked, town.inbox.size(), (await town.repliesOf()).length]).toEqual([2, 1, 1]);
    expect(await engine.accept({ ...message, texto: 'otra cosa' })).toMatchObject({
      failure: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    const other = town.restart({ inbox });
    expect(await other.accept(message)).toEqual({ ok: true, value: { nuevo: false } });
    expect(asked).toBe(4);
  });
});
