import { afterEach, describe, expect, it } from '@jest/globals';
import { chatTown } from '../../../fakes/chat-town';
import { whatsappCloudTown } from '../../../fakes/whatsapp-cloud-town';

const DAY_S = 24 * 3_600;
const PLANTILLA = { plantilla: { nombre: 'caso_mensaje', idioma: 'es_CO' }, valores: ['2026-E-000001'] };

describe('people who are written to first by WhatsApp', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  /** Three people who wrote long ago, and a template that Meta approved. */
  async function written(personasPorDia: number) {
    const town = chatTown();
    const channel = await whatsappCloudTown(town, { personasPorDia });
    const { sim, personas, cloud, envios } = channel;
    closing.push(() => channel.close());
    sim.templates.add({ name: 'caso_mensaje', language: 'es_CO', category: 'UTILITY', body: 'Caso {{1}}' });
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      const person = sim.citizen();
      await person.text('hola');
      const resolved = await personas.resolve({ telefono: person.person.phone, bsuid: person.person.bsuid });
      ids.push(resolved.ok ? resolved.value : '');
    }
    await sim.advance(2 * DAY_S * 1_000);
    const tell = (id: string, persona: number) =>
      cloud.sendNotice(`AVISO.${id}`, ids[persona] ?? '', PLANTILLA);
    return { sim, cloud, envios, tell };
  }

  it('are as many a day as the account allows: the next waits, and nothing of it is begun', async () => {
    const { sim, tell, envios } = await written(2);
    expect([(await tell('a', 0)).ok, (await tell('b', 1)).ok, (await tell('c', 0)).ok]).toEqual([
      true,
      true,
      true,
    ]);
    expect(await tell('d', 2)).toMatchObject({
      ok: false,
      failure: { code: 'TOO_MANY_REQUESTS', detail: { segundos: DAY_S } },
    });
    expect(await envios.find('AVISO.d')).toBeUndefined();
    await sim.advance(DAY_S * 1_000);
    expect((await tell('d', 2)).ok).toBe(true);
    expect(sim.oracles()).toEqual([]);
  });

  it.each([
    { how: 'at once', fault: { kind: 'graphError', code: 131_048 } },
    { how: 'later', fault: { kind: 'asyncFail', code: 131_048, afterMs: 500 } },
    { how: 'at once', fault: { kind: 'graphError', code: 131_064 } },
  ] as const)(
    'are none for a day when WhatsApp says $how that it was spam or of another class ($fault.code), and that is seen',
    async ({ fault }) => {
      const { sim, cloud, tell, envios } = await written(100);
      sim.fault({ match: { endpoint: 'messages', type: 'template' }, fault, times: 1 });
      await tell('a', 0);
      await sim.advance(5_000);
      expect(await envios.find('AVISO.a')).toMatchObject({ estado: 'FALLIDO', codigo: String(fault.code) });
      expect((await tell('b', 1)).ok).toBe(false);
      expect(cloud.stopped()).toBe(String(fault.code));
      await sim.advance(DAY_S * 1_000);
      expect((await tell('b', 1)).ok).toBe(true);
    },
  );
});
