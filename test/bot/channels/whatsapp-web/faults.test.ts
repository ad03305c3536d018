import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { whatsappWebTown } from '../../../fakes/whatsapp-web-town';

let web: ReturnType<typeof whatsappWebTown>;
afterEach(() => web.close());

const who = async () => {
  const persona = await web.personas.resolve({ telefono: '573001112233', lid: '111222333' });
  if (!persona.ok) throw new Error('no persona');
  return { canal: 'WHATSAPP' as const, conversacion: persona.value };
};
const HOLA = { texto: 'Hola', opciones: [{ id: 'a', titulo: 'Uno' }] };
const fase = (wanted: string) => web.until(wanted, () => web.channel.session().fase === wanted);
/** Sends, while time runs. */
const sendNow = async (reply = HOLA) => {
  const to = await who();
  const stop = web.run();
  return web.channel.send(to, reply).finally(stop);
};
/** Another program is started, after its pause. */
const another = async (than: number) => {
  const stop = web.run();
  await web.until('another program', () => web.clients.length > than);
  stop();
  return web.client();
};

describe('what the library does wrong when it starts', () => {
  it('does nothing at all until somebody accepts the risk in writing', async () => {
    web = whatsappWebTown({ aceptado: false });
    expect(await web.channel.start(web.engine)).toMatchObject({
      ok: false,
      failure: { code: 'DECISION_MISSING' },
    });
    await web.advance(120_000);
    expect(web.clients).toHaveLength(0);
    expect(readdirSync(web.root)).toEqual([]);
  });

  it.each([new Error('net::ERR_NAME_NOT_RESOLVED at https://web.whatsapp.com/'), 'auth timeout'])(
    'closes the browser that it leaves alive when it cannot start (%s), and starts again',
    async (cause) => {
      web = whatsappWebTown();
      web.next.faults = { initializeRejects: cause };
      const client = await web.start();
      await web.until('lost', () => web.channel.session().falla === 'INICIO');
      expect(client.destroyed).toBe(true);
      web.next.faults = {};
      web.linked.yes = true;
      await another(1);
      await fase('READY');
    },
  );

  it('does not wait for ever for a server that accepts and stays mute', async () => {
    web = whatsappWebTown();
    web.next.faults = { initializeHangs: true, destroyHangs: true };
    await web.start();
    web.next.faults = {};
    await another(1);
    expect(web.channel.session().falla).toBe('NO_INICIA');
  });

  it('starts again when it is linked and never ready', async () => {
    web = whatsappWebTown();
    web.linked.yes = true;
    web.next.faults = { readyNeverFires: true };
    await web.start();
    await fase('AUTHENTICATED');
    web.next.faults = {};
    await another(1);
    expect(web.channel.session().falla).toBe('NO_LISTO');
    await fase('READY');
  });

  it('is ready once when it says so twice', async () => {
    web = whatsappWebTown();
    web.next.faults = { doubleReady: true };
    const client = await web.ready();
    client.synchronise();
    await web.settle();
    expect(web.town.log.filter((line) => line.includes('"READY"'))).toHaveLength(1);
  });

  it('goes off after five minutes without anybody to read the code, and stays so after it starts again', async () => {
    web = whatsappWebTown();
    await web.start();
    await fase('QR');
    await web.until('the code is drawn', () => readdirSync(web.root).includes('codigo.png'));
    await web.advance(301_000);
    await fase('DOWN');
    await web.until('the code is gone', () => !readdirSync(web.root).includes('codigo.png'));
    await web.advance(60_000);
    await web.until('kept', async () => (await web.folder.read()).detenido === 'QR_VENCIDO');
    const again = web.open();
    await again.start(web.engine);
    await web.advance(60_000);
    expect(again.session().fase).toBe('DOWN');
    await again.stop();
  });
});

describe('what happens to a session that worked', () => {
  it('ends at the phone’s word, and does not race with the library, which links itself again', async () => {
    web = whatsappWebTown();
    const client = await web.ready();
    client.logout();
    await fase('DOWN');
    expect(web.channel.session().motivo).toBe('LOGOUT');
    expect(client.destroyed).toBe(true);
    web.clock.advance(3_600_000 * 3);
    await web.advance(60_000);
    expect(web.clients).toHaveLength(1);
  });

  it('starts again when a person has linked it meanwhile', async () => {
    web = whatsappWebTown();
    (await web.ready()).logout();
    await fase('DOWN');
    await web.advance(60_000);
    await web.until('kept', async () => (await web.folder.read()).detenido === 'LOGOUT');
    await web.folder.save({ fase: 'DOWN' });
    web.linked.yes = true;
    await another(1);
    await fase('READY');
  });

  it('starts again after another session takes its place (CONFLICT)', async () => {
    web = whatsappWebTown();
    (await web.ready()).change('CONFLICT');
    await another(1);
    expect(web.channel.session().falla).toBe('CONFLICT');
    await fase('READY');
  });

  it('starts again when its browser dies, of which the library says nothing', async () => {
    web = whatsappWebTown();
    (await web.ready()).crash();
    await another(1);
    expect(web.channel.session().falla).toBe('NAVEGADOR');
  });

  it('sends nothing more after the first restriction', async () => {
    web = whatsappWebTown();
    const client = await web.ready();
    client.change('TOS_BLOCK');
    await fase('DOWN');
    expect(await sendNow()).toEqual({ estado: 'PENDIENTE', codigo: 'NO_LISTO' });
    expect(client.sent).toEqual([]);
    expect(web.clients).toHaveLength(1);
  });

  it('ends a page that hangs after three questions, in two minutes', async () => {
    web = whatsappWebTown();
    const client = await web.ready();
    client.faults = { hungEvaluate: true };
    await web.advance(110_000);
    expect(web.channel.session().falla).toBe('NO_RESPONDE');
  });

  it('starts again at three in the morning', async () => {
    web = whatsappWebTown();
    await web.ready();
    web.clock.set('2026-11-25T02:59:55-05:00');
    await web.advance(15_000);
    await another(1);
    await fase('READY');
    expect(web.channel.session().reinicios).toEqual([]);
  });

  it('starts again past its ceiling of memory, which is looked at every minute', async () => {
    let bytes = 1_000 * 1024 ** 2;
    web = whatsappWebTown({ memoryOf: async () => bytes });
    await web.ready();
    await web.advance(130_000);
    expect(web.channel.session().fase).toBe('READY');
    bytes = 1_300 * 1024 ** 2;
    await web.advance(60_000);
    expect(web.channel.session().falla).toBe('MEMORIA');
  });
});
