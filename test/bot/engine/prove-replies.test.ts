import { describe, expect, it } from '@jest/globals';
import { ok } from '../../../api/base/kernel/result';
import { chatTown } from '../../fakes/chat-town';
import type { EstadoEnvio } from '../../../bot/envios/envio';

const MINUTE = 60_000;

/** A town whose provider says of every message what it is told to say. */
function provided(fate: { estado: EstadoEnvio | undefined }) {
  const sent: string[] = [];
  const town = chatTown({
    channels: {
      WHATSAPP: {
        fate: async () => fate.estado,
        deliver: async (_who, { texto }, vez) => {
          sent.push(`${vez ?? 'ONCE'} ${texto}`);
          return ok(undefined);
        },
      },
    },
  });
  const file = async (how: 'Con mi nombre' | 'Anónima') => {
    const name = how === 'Anónima' ? [] : ['Ana Pérez'];
    for (const line of ['Hay un hueco en la calle', 'Calle 5', how, ...name, 'sí']) await town.send(line);
    expect(sent.at(-1)).toContain('Radicado');
  };
  const again = () => sent.filter((line) => line.startsWith('AGAIN'));
  const sweep = async () => {
    await town.engine.recoverTurns();
    await town.engine.idle();
  };
  return { town, sent, file, again, sweep };
}

describe('the acuse of a filing', () => {
  it('that nobody knows to have arrived is said again after ten minutes, once, and saying so', async () => {
    const { town, file, again, sweep } = provided({ estado: 'INCIERTO' });
    await file('Con mi nombre');
    town.clock.advance(9 * MINUTE);
    await sweep();
    expect(again()).toEqual([]);
    town.clock.advance(MINUTE);
    for (let times = 0; times < 3; times++) {
      await sweep();
      town.clock.advance(20 * MINUTE);
    }
    expect(again()).toEqual([
      expect.stringMatching(/Es posible que ya tenga este mensaje.*Radicado \S+ código/s),
    ]);
  });

  it('that did not arrive is said again, as it was, when the person writes', async () => {
    const { town, file, again, sweep } = provided({ estado: 'FALLIDO' });
    await file('Con mi nombre');
    town.clock.advance(30 * MINUTE);
    await sweep();
    expect(again()).toEqual([]);
    await town.send('hola');
    expect(again()).toEqual([expect.stringMatching(/^AGAIN Radicado/)]);
    await town.send('hola');
    expect(again()).toHaveLength(1);
  });

  it('that arrived is not said again, and is no longer looked at', async () => {
    const fate: { estado: EstadoEnvio } = { estado: 'ENVIADO' };
    const { town, file, again, sweep } = provided(fate);
    await file('Con mi nombre');
    fate.estado = 'ENTREGADO';
    town.clock.advance(10 * MINUTE);
    await sweep();
    expect(again()).toEqual([]);
    expect(await town.conversaciones.toLookAt(town.clock.now(), 10)).toEqual([]);
    expect(town.conversaciones.closed()).not.toMatch(/"unproved":\[\d/);
  });

  it('is said again by another process, although the one that said it died', async () => {
    const { town, file, sent } = provided({ estado: 'ENVIANDO' });
    await file('Con mi nombre');
    const restarted = town.restart();
    town.clock.advance(10 * MINUTE);
    await restarted.recoverTurns();
    await restarted.idle();
    expect(sent.at(-1)).toMatch(/^AGAIN .*Radicado/s);
  });
});

describe('the acuse of an anonymous filing', () => {
  it('is kept while nobody knows whether it arrived, and erased once it was said again', async () => {
    const { town, file, again, sweep } = provided({ estado: 'INCIERTO' });
    await file('Anónima');
    expect(town.conversaciones.opened()).toContain('Radicado');
    await town.send('hola');
    expect(town.conversaciones.opened()).toContain('Radicado');
    town.clock.advance(90 * MINUTE);
    await sweep();
    expect(again()).toHaveLength(1);
    expect(town.conversaciones.opened()).not.toContain('Radicado');
    expect(await town.conversaciones.toForget(new Date('2030-01-01'), 10)).toEqual([]);
  });

  it('is erased at once when the provider has it', async () => {
    const { town, file } = provided({ estado: 'ENVIADO' });
    await file('Anónima');
    expect(town.conversaciones.opened()).not.toContain('Radicado');
  });
});
