import { describe, expect, it } from '@jest/globals';
import { ANA, chatTown } from '../../fakes/chat-town';

const PLANTED = /María Bermúdez|573001112233|Calle 5|hueco/;
const HOUR = 3_600_000;

const fileAnonymously = async (town: ReturnType<typeof chatTown>) => {
  await town.send('Hay un hueco, soy María Bermúdez, mi celular es 573001112233');
  await town.send('Calle 5');
  await town.send('anónima');
  return town.send('sí');
};

/** All that the stores hold, with what is sealed opened; the conversation's own address aside. */
const everything = async (town: ReturnType<typeof chatTown>) => {
  const past = await town.inbox.past(town.deps.sealing.blind('WHATSAPP:573001112233', 'conversacion'), 50);
  const opened = town.conversaciones.opened().replaceAll('"conversacion":"573001112233"', '');
  return [opened, JSON.stringify(past), town.inbox.dump(), town.log.join('\n')].join('\n');
};

describe('an anonymous filing', () => {
  it('tells number and code once', async () => {
    expect(await fileAnonymously(chatTown())).toMatch(/^Radicado 2026-E-000001 código/);
  });

  it('leaves nothing of what was written: not in the conversation, not in the inbox, not in the log', async () => {
    const town = chatTown();
    await fileAnonymously(town);
    expect(await everything(town)).not.toMatch(PLANTED);
  });

  it('leaves the phone nowhere in clear, not even as the conversation', async () => {
    const town = chatTown();
    await fileAnonymously(town);
    expect(town.conversaciones.closed() + town.inbox.dump()).not.toMatch(/573001112233/);
  });

  it('forgets the number when the next turn starts', async () => {
    const town = chatTown();
    await fileAnonymously(town);
    expect(await everything(town)).toContain('2026-E-000001');
    await town.send('hola');
    expect(await everything(town)).not.toMatch(/2026-E-000001|K7QM/);
  });

  it('forgets the number when the person has it', async () => {
    const town = chatTown();
    await fileAnonymously(town);
    const last = (await town.engine.repliesAfter(ANA, 0)).at(-1)?.seq ?? 0;
    await town.engine.delivered(ANA, last - 1);
    expect(await everything(town)).toContain('2026-E-000001');
    await town.engine.delivered(ANA, last);
    expect(await everything(town)).not.toContain('2026-E-000001');
  });

  it('forgets the number within a day in any case', async () => {
    const town = chatTown();
    await fileAnonymously(town);
    town.clock.advance(21 * HOUR);
    await town.engine.sweep();
    expect(await everything(town)).toContain('2026-E-000001');
    town.clock.advance(2 * HOUR);
    await town.engine.sweep();
    expect(await everything(town)).not.toContain('2026-E-000001');
  });

  it('is forgotten in the inbox too when the process died right after the turn was stored', async () => {
    const town = chatTown();
    const stuck = town.restart({ inbox: { ...town.inbox, forget: async () => {} } });
    for (const texto of ['Hay un hueco, soy María Bermúdez', 'Calle 5', 'anónima', 'sí']) {
      await stuck.accept(town.messageOf(texto));
      await stuck.idle();
    }
    expect(await everything(town)).toMatch(PLANTED);
    town.clock.advance(23 * HOUR);
    await town.engine.sweep();
    expect(await everything(town)).not.toMatch(PLANTED);
  });

  it('is forgotten there when the person has it before any other turn, though the inbox was told of nothing', async () => {
    const town = chatTown();
    const lost = { consumed: async () => {}, forget: async () => {} };
    const stuck = town.restart({ inbox: { ...town.inbox, ...lost } });
    for (const texto of ['Hay un hueco, soy María Bermúdez', 'Calle 5', 'anónima', 'sí']) {
      await stuck.accept(town.messageOf(texto));
      await stuck.idle();
    }
    const last = (await town.engine.repliesAfter(ANA, 0)).at(-1)?.seq ?? 0;
    await town.engine.delivered(ANA, last);
    expect(await everything(town)).not.toMatch(PLANTED);
    expect(await town.engine.recoverTurns()).toBe(0);
  });

  it('keeps of its time, once read, only the day of what was written', async () => {
    const town = chatTown();
    await fileAnonymously(town);
    await town.engine.delivered(ANA, (await town.engine.repliesAfter(ANA, 0)).at(-1)?.seq ?? 0);
    const left = town.conversaciones.opened();
    expect(left).toContain('"wroteAt":"2026-11-24T00:00:00.000Z"');
    expect(left).toContain('"consumed":[]');
    expect(left).not.toContain('"lastAt"');
  });

  it('leaves a petition filed with a name in the history of its conversation', async () => {
    const town = chatTown();
    await town.send('Hay un hueco en la calle');
    await town.send('Calle 5');
    await town.send('con mi nombre');
    await town.send('María Bermúdez');
    await town.send('sí');
    await town.send('hola');
    expect(await everything(town)).toMatch(/2026-E-000001/);
  });
});
