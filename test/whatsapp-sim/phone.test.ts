import { join } from 'node:path';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readCliOptions } from './cli-options';
import { createPhone, type Phone } from './phone/phone';
import { simAndBot, type SimAndBot } from './sim-and-bot';

let both: SimAndBot;
let phone: Phone;

beforeEach(async () => {
  both = await simAndBot({ clock: 'real' }, {}, (sim) => {
    phone = createPhone(sim, join(__dirname, 'phone'));
    return { answers: [phone.answer], takeovers: [phone.takeover] };
  });
});
afterEach(() => both.close());

const post = (path: string, body: unknown, type = 'application/json') =>
  fetch(`${both.sim.url}/telefono/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: JSON.stringify(body),
  });

/** The first state that satisfies a condition. */
async function state(when: (text: string) => boolean): Promise<string> {
  const limit = new AbortController();
  const response = await fetch(`${both.sim.url}/telefono/eventos`, { signal: limit.signal });
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text = Buffer.from(chunk).toString('utf8');
    if (when(text)) break;
  }
  limit.abort();
  return text;
}

describe('the page of the simulator', () => {
  it('says in clear words that nothing goes to WhatsApp, and asks nothing of anybody else', async () => {
    const answer = await fetch(`${both.sim.url}/telefono`);
    const html = await answer.text();
    expect(html).toContain('Nada de lo que escriba aquí llega a WhatsApp');
    expect(html).not.toMatch(/(src|href)="https?:/);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  });

  it('lets a person be added, write, and see the answer and that it was delivered', async () => {
    expect((await post('personas', { telefono: '300 000 0009', nombre: 'Persona 9' })).status).toBe(200);
    expect((await post('personas/573000000009/texto', { texto: 'hola' })).status).toBe(200);
    const seen = await state((text) => text.includes('Recibido: hola') && text.includes('ENTREGADO'));
    expect(seen).toContain('573000000009');
  });

  it('sends files, places and calls', async () => {
    phone.add('Persona 1', '573000000001');
    const base64 = Buffer.from('OggS').toString('base64');
    await post('personas/573000000001/archivo', { como: 'voz', base64, tipo: 'audio/ogg', nombre: 'n.ogg' });
    await post('personas/573000000001/ubicacion', { latitud: '4.6', longitud: '-74.1' });
    await post('personas/573000000001/llamada', {});
    await state((text) => text.includes('4.6, -74.1') && text.includes('Recibido: location'));
    expect(both.bot.messages.map(({ type }) => type)).toEqual(['audio', 'location']);
  });

  it('puts and takes away a fault', async () => {
    phone.add('Persona 1', '573000000001');
    await post('fallas', { falla: 'token', activa: true });
    expect(await state((text) => text.includes('"fallas":["token"]'))).toContain('token');
    await post('personas/573000000001/texto', { texto: 'uno' });
    await state((text) => text.includes('ENTREGADO'));
    await both.bot.settled();
    expect(both.sim.trace()).toContain('"codigo":190');
    await post('fallas', { falla: 'token', activa: false });
    expect(await state((text) => text.includes('"fallas":[]'))).toContain('"fallas":[]');
  });

  it.each([
    ['personas', { telefono: '12' }, 400],
    ['personas/573000000001/texto', { texto: ' ' }, 400],
    ['personas/573000000001/opcion', { id: 'x', mensaje: 'y' }, 400],
    ['personas/573000000001/archivo', { como: 'foto', base64: '' }, 400],
    ['personas/573000000001/ubicacion', { latitud: '91', longitud: '0' }, 400],
    ['personas/573000000001/volar', {}, 404],
    ['fallas', { falla: 'x', activa: true }, 400],
  ])('refuses %s with %j', async (path, body, status) => {
    phone.add('Persona 1', '573000000001');
    const answer = await post(path, body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toHaveProperty('error');
  });

  it('cannot be posted to by the page of somebody else', async () => {
    expect((await post('personas', { telefono: '3000000002' }, 'text/plain')).status).toBe(415);
  });

  it('answers only who calls this machine by its name', async () => {
    const { port } = new URL(both.sim.url);
    const status = await new Promise((done) =>
      request(
        { host: '127.0.0.1', port, path: '/telefono', headers: { Host: 'rebind.example' } },
        (answer) => {
          answer.resume();
          done(answer.statusCode);
        },
      ).end(),
    );
    expect(status).toBe(403);
  });
});

describe('the options of the command', () => {
  it('come from flags, then from variables, then are the usual ones', () => {
    const options = readCliOptions(['--port', '4101', '--light'], {
      SIM_PORT: '9',
      SIM_VERIFY_TOKEN: 'otra',
    });
    expect(options).toMatchObject({
      port: 4101,
      verifyToken: 'otra',
      appSecret: 'sim-app-secret',
      light: true,
      clock: 'real',
    });
    expect(() => readCliOptions(['--nada'], {})).toThrow('--nada');
  });
});
