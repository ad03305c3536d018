import { describe, expect, it } from '@jest/globals';
import { firstBrokenLink, GENESIS } from '../../../api/comunicaciones/book-chain';
import { createAdvance } from '../../../api/notificaciones/advance';
import { createSweepNotificaciones } from '../../../api/notificaciones/notificaciones.job';
import { createOpenUntold } from '../../../api/notificaciones/open-untold';
import { dyingAt, Killed } from '../../fakes/dying-at';
import { answer, notifiedTown } from '../../fakes/notified-town';

const MINUTE = 60_000;

/** The sweep of a process that dies at that effect. */
function dyingSweep(
  town: ReturnType<typeof notifiedTown>,
  withChat: boolean,
  step: number,
  when: 'BEFORE' | 'AFTER',
) {
  const { counter, wrap } = dyingAt(step, when);
  const deps = {
    ...town,
    notificaciones: wrap(town.notificaciones, ['open', 'change']),
    casos: wrap(town.casos, ['begun']),
    chat: withChat ? wrap(town.chat, ['enviar']) : undefined,
    correo: wrap(town.correo, ['send']),
    applyOrden: wrap({ applyOrden: town.applyOrden }, ['applyOrden']).applyOrden,
    // A death is no failure to be logged: nothing runs after it.
    logger: {
      ...town.logger,
      error: () => {
        throw new Killed('dead');
      },
    },
  };
  const sweep = createSweepNotificaciones({
    ...deps,
    openUntold: createOpenUntold(deps),
    advance: createAdvance(deps),
  });
  return { counter, sweep };
}

/** Effects of a run that is let end: every one of them is a place to die. */
const EFFECTS = { CHAT: 9, CORREO: 8 } as const;
const places = (['CHAT', 'CORREO'] as const).flatMap((by) =>
  Array.from({ length: EFFECTS[by] }, (_, k) => k + 1).flatMap((step) =>
    (['BEFORE', 'AFTER'] as const).map((when) => [by, when, step] as const),
  ),
);

async function started(by: 'CHAT' | 'CORREO') {
  const town = notifiedTown({ withChat: by === 'CHAT' });
  await town.file();
  await town.order(answer);
  const echo = () => {
    for (const clave of town.chat.taken.keys()) town.chat.echoes(clave, 'ENTREGADO', town.clock.now());
  };
  return { ...town, echo };
}

/** Sweeps an hour, the provider echoing each message a minute after. */
async function live(town: Awaited<ReturnType<typeof started>>, sweep: () => Promise<void>): Promise<void> {
  for (let minute = 0; minute < 60; minute++) {
    await sweep();
    town.echo();
    town.clock.advance(MINUTE);
  }
}

describe('a process that dies while it tells a person', () => {
  it.each(['CHAT', 'CORREO'] as const)('has this many effects to die at (%s)', async (by) => {
    const town = await started(by);
    const { counter, sweep } = dyingSweep(town, by === 'CHAT', 0, 'BEFORE');
    await live(town, sweep);
    expect(counter.steps).toBe(EFFECTS[by]);
    expect(town.page().eventos.at(-1)?.tipo).toBe('NOTIFICADA');
  });

  it.each(places)(
    'by %s, %s its effect %i: is told once, or twice saying so, and proved once',
    async (by, when, step) => {
      const town = await started(by);
      const { counter, sweep } = dyingSweep(town, by === 'CHAT', step, when);
      await live(town, () =>
        sweep().catch((cause: unknown) => {
          if (!(cause instanceof Killed)) throw cause;
        }),
      );
      expect(counter.dead).toBe(true);
      await live(town, town.sweep);
      const { eventos, pqrsd } = town.page();
      expect(eventos.map(({ tipo }) => tipo)).toEqual(['RADICADA', 'RESPONDIDA', 'NOTIFICADA']);
      expect(firstBrokenLink(eventos, GENESIS)).toBeUndefined();
      expect(pqrsd.porAvisar).toBeUndefined();
      expect([...town.notificaciones.kept.keys()]).toEqual([`${town.page()._id}:2`]);
      expect(town.only()).toMatchObject({ estado: by === 'CHAT' ? 'ENTREGADA' : 'ACEPTADA' });
      expect(town.only()?.proximoEn).toBeUndefined();
      if (by === 'CHAT') expect([town.chat.taken.size, town.correo.received.length]).toEqual([1, 0]);
      else expectRepeatsToSaySo(town.correo.received);
    },
  );
});

describe('two copies of the program', () => {
  it.each(['CHAT', 'CORREO'] as const)('tell a person once (%s)', async (by) => {
    const town = await started(by);
    await live(town, async () => void (await Promise.all([town.sweep(), town.sweep(), town.sweep()])));
    expect(town.chat.taken.size + town.correo.received.length).toBe(1);
    expect(town.page().eventos.filter(({ tipo }) => tipo === 'NOTIFICADA')).toHaveLength(1);
  });
});

function expectRepeatsToSaySo(
  received: readonly { readonly idMensaje: string; readonly texto: string }[],
): void {
  const [first, ...repeats] = received;
  expect(first).toBeDefined();
  expect(repeats.length).toBeLessThanOrEqual(1);
  for (const { idMensaje, texto } of repeats) {
    expect(idMensaje).toBe(first?.idMensaje);
    expect(texto).toContain('Es posible que ya haya recibido este mensaje.');
  }
}
