import { afterEach, describe, expect, it } from '@jest/globals';
import { chatTown } from '../../../fakes/chat-town';
import { type CloudTownOptions, whatsappCloudTown } from '../../../fakes/whatsapp-cloud-town';
import type { Citizen } from '../../../whatsapp-sim/actors/citizen';

let open: Awaited<ReturnType<typeof whatsappCloudTown>> | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** A town on the simulated WhatsApp, whose pauses are of the simulator's clock. */
async function start(options: CloudTownOptions = {}) {
  let later: (milliseconds: number) => Promise<void> = async () => {};
  const town = chatTown({ wait: (milliseconds) => later(milliseconds) });
  const cloud = await whatsappCloudTown(town, options);
  later = (milliseconds) =>
    new Promise((end) => {
      cloud.sim.world.clock.after(milliseconds, end);
    });
  open = cloud;
  return { town, ...cloud };
}

const file = async (
  citizen: Citizen,
  said: readonly string[] = ['Hay un hueco en la calle', 'Calle 5', '1', 'Ana', 'sí'],
) => {
  for (const texto of said) await citizen.text(texto);
};

describe('a petition by WhatsApp', () => {
  it('is filed by tapping and by writing, and what was planted comes back nowhere', async () => {
    const { sim, town } = await start();
    const ana = sim.citizen();
    await ana.text('hola');
    await ana.expect({ textMatches: '¿Qué necesita?', buttons: ['Radicar una petición'] });
    await ana.tap('Radicar una petición');
    await ana.text('Hay un hueco en la calle');
    await ana.text('Calle 5');
    await ana.tap('Con mi nombre');
    await ana.text('Ana Pérez');
    await ana.expect({ textMatches: 'Resumen', buttons: [] });
    await ana.text('sí');
    await ana.expect({ textMatches: 'Radicado 2026-E-000001' });
    expect(town.ventanilla.solicitudes).toHaveLength(1);
    expect(sim.oracles()).toEqual([]);
    expect(town.log.join()).not.toContain(ana.person.phone);
  });

  it.each(['phone', 'mixed', 'bsuidOnly'] as const)(
    'goes on whoever shows a phone (%s)',
    async (identityMode) => {
      const { sim, town } = await start({ sim: { identityMode } });
      const people = [sim.citizen(), sim.citizen(), sim.citizen()];
      for (const person of people) await file(person);
      await sim.advance(60_000);
      expect(town.ventanilla.solicitudes).toHaveLength(3);
      expect(new Set(town.ventanilla.solicitudes.map(({ conversacion }) => conversacion)).size).toBe(3);
      expect(sim.oracles()).toEqual([]);
    },
  );

  it('goes on after the person hides their phone or changes it', async () => {
    const { sim, town } = await start();
    const ana = sim.citizen();
    await file(ana, ['Hay un hueco en la calle', 'Calle 5']);
    ana.adoptUsername('ana.candelaria');
    await ana.text('1');
    await ana.changeNumber('573115554433');
    await file(ana, ['Ana', 'sí']);
    await ana.expect({ textMatches: 'Radicado 2026-E-000001' });
    expect(town.ventanilla.solicitudes).toHaveLength(1);
  });

  it('keeps photos, documents and voice notes, fetched in two steps', async () => {
    const { sim, received, town } = await start();
    const ana = sim.citizen();
    await ana.image({
      bytes: Buffer.from('a photo'),
      mime: 'image/jpeg',
      caption: 'Hay un hueco en la calle',
    });
    await ana.voice(Buffer.from('a voice note'));
    await ana.document({ bytes: Buffer.from('a letter'), mime: 'application/pdf', name: 'carta.pdf' });
    expect([...received.stored.values()].map(String)).toEqual(['a photo', 'a voice note', 'a letter']);
    expect(town.conversaciones.opened()).toContain('Hay un hueco en la calle');
    expect(sim.oracles()).toEqual([]);
  });

  it('says what file could not be fetched, and fetches what failed for a moment', async () => {
    const { sim, received, town } = await start();
    const ana = sim.citizen();
    sim.fault({ match: { endpoint: 'cdn' }, fault: { kind: 'expiredUrl' }, times: 2 });
    await ana.image({ bytes: Buffer.from('one'), mime: 'image/jpeg', caption: 'Hay un hueco en la calle' });
    expect([...received.stored.values()].map(String)).toEqual(['one']);
    sim.fault({ match: { endpoint: 'cdn' }, fault: { kind: 'badSha' } });
    await ana.image({ bytes: Buffer.from('two'), mime: 'image/jpeg', caption: 'en la esquina' });
    expect(ana.person.received.at(-1)?.text).toMatch(/foto\.jpg/);
    expect(town.log.join()).toContain('whatsapp.file-not-fetched');
  });
});

describe('what comes wrong', () => {
  it.each([
    { kind: 'duplicate', times: 5 },
    { kind: 'duplicate', times: 5, everyMs: 3_600_000, newEnvelope: true },
    { kind: 'drop' },
    { kind: 'batch', size: 4, withinMs: 1_000 },
    { kind: 'missingContacts' },
    { kind: 'futureTimestamp' },
  ] as const)('leaves one case and one answer a message ($kind)', async (fault) => {
    const { sim, town } = await start();
    sim.fault({ match: { endpoint: 'webhook', type: 'message' }, fault });
    const ana = sim.citizen();
    for (const texto of ['Hay un hueco en la calle', 'Calle 5', '1', 'Ana', 'sí']) {
      await ana.text(texto);
      await sim.advance(30_000);
    }
    await sim.advance(48 * 3_600_000);
    expect(town.ventanilla.solicitudes).toHaveLength(1);
    expect(sim.oracles().filter(({ oracle }) => oracle !== 'window')).toEqual([]);
  });

  it.each(['unknownType', 'weirdUnicode', 'hugeText', 'valueErrors'] as const)(
    'breaks nothing (%s)',
    async (kind) => {
      const { sim, town } = await start();
      sim.fault({ match: { endpoint: 'webhook', type: 'message' }, fault: { kind }, times: 1 });
      const ana = sim.citizen();
      await ana.text('Hay un hueco en la calle');
      await ana.text('hola');
      expect(ana.person.received.length).toBeGreaterThan(0);
      expect(town.log.join()).not.toContain('turn.failed');
      expect(ana.person.sent.every(({ state }) => state !== 'ENVIADO')).toBe(true);
    },
  );

  it('answers in words what cannot be read, a change and a deletion, and nothing to a reaction', async () => {
    const { sim } = await start();
    const ana = sim.citizen();
    const first = await ana.text('Hay un hueco en la calle');
    await ana.unsupported();
    await ana.expect({ textMatches: 'no puede leer' });
    await ana.edit(first, 'Hay dos huecos');
    await ana.expect({ textMatches: 'cambió un mensaje' });
    await ana.revoke(first);
    await ana.expect({ textMatches: 'borró un mensaje' });
    const before = ana.person.received.length;
    await ana.react(ana.person.received[0]?.wamid ?? '', '👍');
    expect(ana.person.received).toHaveLength(before);
  });
});

describe('what WhatsApp refuses', () => {
  it.each([
    { kind: 'graphError', code: 130_429 },
    { kind: 'graphError', code: 130_429, status: 429, retryAfter: 3 },
    { kind: 'graphError', code: 131_016 },
    { kind: 'http', status: 503 },
    { kind: 'http', status: 500, code: 2 },
    { kind: 'reset', when: 'before' },
  ] as const)('for a moment is sent once it takes it ($kind $code)', async (fault) => {
    const { sim } = await start();
    sim.fault({ match: { endpoint: 'messages', type: 'text' }, fault, times: 2 });
    const ana = sim.citizen();
    await ana.text('Hay un hueco en la calle');
    await sim.advance(10 * 60_000);
    const texts = ana.person.received.map(({ text }) => text);
    // A connection that was cut before it was taken looks like one cut after: it is never sent twice.
    if (fault.kind !== 'reset') expect(texts.at(-1)).toMatch(/¿Dónde\?$/);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('as of the account stops everything, tells so, and goes on once it is mended', async () => {
    const { sim, cloud } = await start();
    const mend = sim.fault({ match: { endpoint: 'messages' }, fault: { kind: 'graphError', code: 190 } });
    const ana = sim.citizen();
    await ana.text('Hay un hueco en la calle');
    expect(cloud.stopped()).toBe('190');
    await sim.advance(30_000);
    mend();
    await sim.advance(10 * 60_000);
    await ana.expect({ textMatches: '¿Dónde?' });
    expect(cloud.stopped()).toBeUndefined();
  });

  it('of the account, said only afterwards, stops everything for a while and is seen too', async () => {
    const { sim, cloud } = await start();
    const fault = { kind: 'asyncFail', code: 131_042, afterMs: 500 } as const;
    sim.fault({ match: { endpoint: 'messages' }, fault, times: 1 });
    await sim.citizen().text('Hay un hueco en la calle');
    await sim.advance(2_000);
    expect(cloud.stopped()).toBe('131042');
    const luz = sim.citizen();
    await luz.text('Hay un hueco en la calle');
    await sim.advance(10_000);
    expect(luz.person.received).toEqual([]);
    await sim.advance(10 * 60_000);
    expect(luz.person.received.at(-1)?.text).toMatch(/¿Dónde\?$/);
    expect(cloud.stopped()).toBeUndefined();
  });

  it('as our mistake is seen: it would be refused every time', async () => {
    const { sim, cloud } = await start();
    sim.fault({ match: { endpoint: 'messages' }, fault: { kind: 'graphError', code: 100 }, times: 1 });
    await sim.citizen().text('Hay un hueco en la calle');
    expect(cloud.stopped()).toBe('100');
  });

  it('is never sent twice when the connection was cut after it was taken', async () => {
    const { sim, envios } = await start();
    sim.fault({ match: { endpoint: 'messages' }, fault: { kind: 'reset', when: 'after' } });
    const ana = sim.citizen();
    await ana.text('Hay un hueco en la calle');
    await sim.advance(60_000);
    expect(ana.person.received.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Bienvenido.*¿Dónde\?$/s),
    ]);
    expect(envios.all().map(({ estado }) => estado)).not.toContain('INCIERTO');
    expect(sim.oracles()).toEqual([]);
  });

  it('outside the 24 hours is told by its status, and blocks nothing', async () => {
    const { sim, town, envios } = await start();
    const ana = sim.citizen();
    sim.fault({
      match: { endpoint: 'webhook', type: 'message' },
      fault: { kind: 'delay', ms: 25 * 3_600_000 },
      times: 1,
    });
    await ana.text('Hay un hueco en la calle');
    await sim.advance(26 * 3_600_000);
    expect(envios.all().map(({ codigo }) => codigo)).toEqual(['131047']);
    await ana.text('Sí');
    await ana.expect({ textMatches: '¿Seguimos con' });
    await ana.tap('Sí');
    await ana.expect({ textMatches: '¿Con su nombre?' });
    expect(town.log.join()).not.toContain('turn.failed');
  });
});

describe('statuses', () => {
  it('never go back, and count what is charged for', async () => {
    const { sim, envios, town } = await start();
    sim.fault({
      match: { endpoint: 'webhook', type: 'status' },
      fault: { kind: 'reorder', windowMs: 60_000 },
    });
    const ana = sim.citizen({ readReceipts: true });
    await file(ana);
    await sim.advance(10 * 60_000);
    expect(envios.all().every(({ estado }) => estado === 'ENTREGADO' || estado === 'LEIDO')).toBe(true);
    const hoy = town.clock.now().toISOString().slice(0, 10);
    expect(await envios.consumo('WHATSAPP', '2026-11-01', hoy)).toEqual([
      { dia: '2026-11-24', categoria: 'service', mensajes: envios.all().length },
    ]);
  });

  it('of messages that are not ours change nothing', async () => {
    const { envios, town } = await start();
    await envios.told([{ de: { id: 'AVISO.x' }, estado: 'LEIDO', en: town.clock.now() }]);
    expect(envios.all()).toEqual([]);
  });
});
