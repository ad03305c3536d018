import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { linkPhone } from '../../bot/channels/whatsapp-web/link-phone';
import { FORMATO } from '../fakes/a-file';
import { buildProgram, removeProgram } from '../fakes/build-program';
import { chatTown } from '../fakes/chat-town';
import { lateWhatsappWeb } from '../fakes/late-whatsapp-web';
import { type LabMessage, whatsappWebLab } from '../fakes/whatsapp-web-lab';
import { until } from './product';

jest.setTimeout(240_000);

const LID = '111222333@lid';
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

// The real library in a real browser, on a page of ours. It proves our handling, NOT that WhatsApp works with it.
describe('whatsapp-web.js on a page of ours (our handling, not WhatsApp’s compatibility)', () => {
  let program: string;
  let lab: ReturnType<typeof whatsappWebLab>;
  let engine: ReturnType<typeof chatTown>['engine'];
  beforeAll(async () => {
    program = await buildProgram('test/bot/channels/whatsapp-web/lab-child.ts');
  });
  afterAll(() => removeProgram(program));
  afterEach(() => lab.close());

  const town = () => {
    const { late, channels } = lateWhatsappWeb();
    const made = chatTown({ channels });
    lab = whatsappWebLab(program, made);
    late.channel = lab.channel;
    engine = made.engine;
    return made;
  };
  const fase = (wanted: string) =>
    until(`phase ${wanted}`, () => (lab.channel.session().fase === wanted ? true : undefined));
  const receive = (id: string, body: string, more: object = {}) =>
    lab.page(`lab.receive(${JSON.stringify({ id, body, from: LID, ...more })})`);
  const sent = () => lab.page<LabMessage[]>('lab.sent');
  const sentCount = (wanted: number) =>
    until(`${wanted} replies on the page`, async () => ((await sent()).length >= wanted ? true : undefined));
  const linked = async () => {
    await lab.channel.start(engine);
    await fase('QR');
    await lab.page('lab.scan()');
    await fase('READY');
  };
  const browserPid = (): number => {
    const pid = lab.children.at(-1)?.pid ?? 0;
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]);
  };
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);

  it('shows the code in a private file, and no more once it is read', async () => {
    town();
    await lab.channel.start(engine);
    await fase('QR');
    const png = await until('the code is drawn', () => {
      const names = readdirSync(lab.root);
      return names.includes('codigo.png') ? readFileSync(lab.folder.qr) : undefined;
    });
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([mode(lab.root), mode(lab.folder.sesion), mode(lab.folder.medios), mode(lab.folder.qr)]).toEqual([
      '700',
      '700',
      '700',
      '600',
    ]);
    await lab.page('lab.scan()');
    await fase('READY');
    await until('the code is gone', () => (readdirSync(lab.root).includes('codigo.png') ? undefined : true));
  });

  it('gives its child program nothing of ours: no keys, no store, no data folder', async () => {
    town();
    await lab.channel.start(engine);
    await fase('QR');
    const names = readFileSync(`/proc/${lab.children[0]?.pid}/environ`, 'utf8')
      .split('\0')
      .map((line) => line.split('=')[0]);
    expect(new Set(names.filter(Boolean))).toEqual(
      new Set(['HOME', 'LANG', 'NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'PATH']),
    );
  });

  it('replies to the address that a message came from, typing first, and hears its ticks', async () => {
    const { log } = town();
    await linked();
    await receive('G1', 'Hay un hueco en la calle');
    await sentCount(1);
    const [reply] = await sent();
    expect(reply?.to).toBe(LID);
    expect(await lab.page('lab.typing')).toContain(LID);
    // Ticks, by the id that the send was told.
    await lab.page(`lab.ack(${JSON.stringify(reply?.id)}, 2); lab.ack(${JSON.stringify(reply?.id)}, 3)`);
    await until('the ticks', () => (lab.marks.length >= 2 ? true : undefined));
    expect(lab.marks.map(({ estado }) => estado)).toEqual(['ENTREGADO', 'LEIDO']);
    expect(lab.marks[0]?.de).toEqual({ proveedorId: reply?.id });
    expect(log.join()).not.toMatch(/573001112233|111222333|hueco/);
  });

  it('stores files through the private folder, and leaves nothing there', async () => {
    const { inbox } = town();
    await linked();
    await receive('F1', '', { type: 'image', directPath: '/una/foto', mimetype: 'image/jpeg', size: 9 });
    await until('the message is stored', () => (inbox.size() === 1 ? true : undefined));
    expect([...lab.files.stored.values()].map(String)).toEqual(['/una/foto']);
    await until('the file is gone', () => (readdirSync(lab.folder.medios).length === 0 ? true : undefined));
  });

  it('sends a file of ours as a link when the page refuses it, and leaves nothing behind', async () => {
    town();
    await linked();
    await receive('P1', 'hola');
    await sentCount(1);
    await lab.page('lab.refusesFiles = true');
    await receive('P2', 'formato');
    await sentCount(2);
    const link = (await sent()).at(-1);
    expect([link?.type, link?.body]).toEqual(['chat', expect.stringContaining(FORMATO.nombre)]);
    await until('the file is gone', () => (readdirSync(lab.folder.medios).length === 0 ? true : undefined));
  });

  it('tells that a person cannot be reached, instead of counting a reply that never went', async () => {
    town();
    await linked();
    const persona = await lab.personas.resolve({ telefono: '573005550000' });
    if (!persona.ok) throw new Error('no persona');
    const who = { canal: 'WHATSAPP' as const, conversacion: persona.value };
    expect(await lab.channel.send(who, { texto: 'Hola', opciones: [] })).toEqual({
      estado: 'FALLIDO',
      codigo: 'SIN_CHAT',
    });
    expect(await sent()).toEqual([]);
  });

  it('starts again linked, and reads what came meanwhile once', async () => {
    const { inbox } = town();
    await linked();
    await receive('R1', 'hola');
    await sentCount(1);
    // Ready again at each synchronisation is one readiness.
    await lab.page('lab.syncAgain()');
    await lab.page(`lab.later(${JSON.stringify({ from: LID, id: 'R1', body: 'hola' })});
      lab.later(${JSON.stringify({ from: LID, id: 'R2', body: 'sigo aquí' })})`);
    await lab.channel.stop();
    const again = lab.open();
    await again.start(engine);
    await until('ready again, without a code', () => {
      if (again.session().fase === 'QR') throw new Error('it asks for a code again');
      return again.session().fase === 'READY' ? true : undefined;
    });
    await until('what was unread is stored', () => (inbox.size() === 2 ? true : undefined));
    await again.stop();
    expect(inbox.size()).toBe(2);
  });

  it('mends itself after another session takes its place, a browser that dies, and a program that dies', async () => {
    town();
    await linked();
    for (const [falla, happen] of [
      ['CONFLICT', () => lab.page(`void setTimeout(() => lab.state('CONFLICT'), 50)`)],
      ['NAVEGADOR', async () => process.kill(browserPid(), 'SIGKILL')],
      ['MURIO', async () => lab.children.at(-1)?.kill()],
    ] as const) {
      const before = lab.children.length;
      const pid = browserPid();
      await happen();
      await until('another program', () => (lab.children.length > before ? true : undefined));
      expect(lab.channel.session().falla).toBe(falla);
      await until('its browser ended', () => (isAlive(pid) ? undefined : true));
      await fase('READY');
    }
  });

  it('links a phone for the server, which then starts without a code', async () => {
    town();
    const codes: string[] = [];
    const linking = linkPhone({ ...lab.deps, onQr: (codigo) => void codes.push(codigo), onRead: () => {} });
    await until('a code', () => codes[0]);
    // Two browsers on one profile would ruin it.
    expect(await linkPhone({ ...lab.deps, onQr: () => {}, onRead: () => {} })).toBe('OCUPADO');
    await lab.page('lab.scan()');
    expect(await linking).toBe('LISTO');
    await lab.channel.start(engine);
    await until('ready without a code', () => {
      if (lab.channel.session().fase === 'QR') throw new Error('it asks for a code again');
      return lab.channel.session().fase === 'READY' ? true : undefined;
    });
  });

  it('ends with its parent, however that ends', async () => {
    town();
    const child = fork(program, { stdio: 'ignore' });
    const told: { tipo?: string; pid?: number }[] = [];
    child.on('message', (one) => void told.push(one as { tipo?: string }));
    await lab.folder.prepare();
    const { sesion, medios } = lab.folder;
    child.send({ tipo: 'empezar', ajustes: { ...lab.deps.ajustes, sesion, medios } });
    const { pid = 0 } = await until('its browser', () => told.find(({ tipo }) => tipo === 'navegador'));
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
    await until('its browser ended', () => (isAlive(pid) ? undefined : true));
  });

  it('stops for good, and forgets the link, when the phone unlinks it', async () => {
    town();
    await linked();
    await lab.page(`void setTimeout(() => lab.state('UNPAIRED'), 50)`);
    await fase('DOWN');
    expect(lab.channel.session().motivo).toBe('LOGOUT');
    await until('the session is forgotten', () =>
      readdirSync(lab.folder.sesion).includes('session') ? undefined : true,
    );
  });
});
