import { describe, expect, it } from '@jest/globals';
import { Router } from 'express';
import request from 'supertest';
import type { Assets } from '../../../../api/base/http/assets';
import { formBody, jsonBody } from '../../../../api/base/http/body';
import { createHttpApp } from '../../../../api/base/http/http-app';
import { createRateLimit, limitRequests } from '../../../../api/base/http/rate-limit';
import { createResponder } from '../../../../api/base/http/responder';
import { HTTP_STATUS, failure } from '../../../../api/base/kernel/failures';
import { createLogger } from '../../../../api/base/kernel/logger';
import { createTexts } from '../../../../content/texts';
import { manualClock } from '../../../fakes/manual-clock';

const texts = createTexts(
  new Map(Object.keys(HTTP_STATUS).map((code) => [`falla.${code}`, `Palabras de ${code}.`])),
);
const assets: Assets = { router: Router(), url: (path) => path };

function testApp({
  publicUrl = 'https://ventanilla.example',
  trustProxy = 0,
  webhooks = [] as readonly Router[],
} = {}) {
  const lines: string[] = [];
  const logger = createLogger({ write: (line: string) => void lines.push(line) });
  const clock = manualClock();
  const responder = createResponder(
    () => texts,
    ({ mensaje, referencia }) => `<p>${mensaje} ${referencia ?? ''}</p>`,
  );
  const router = Router();
  router.post('/json', jsonBody(responder, 200), (req, res) => {
    res.json({ leido: req.body as unknown });
  });
  router.post('/form', formBody(responder, 200), (req, res) => {
    res.json({ leido: req.body as unknown });
  });
  router.get('/casos/:codigo', (_req, res) => {
    res.json({});
  });
  router.get('/falla', () => {
    throw new Error('la cédula 94123456 rompió algo');
  });
  router.get('/lleno', (req, res) =>
    responder.failure(req, res, failure('TOO_MANY_REQUESTS', { segundos: 7 })),
  );
  const limit = createRateLimit({ clock, limit: 1, windowMs: 1000 });
  router.get('/uno', limitRequests(limit, responder), (req, res) => {
    res.json({ ip: req.ip });
  });
  const app = createHttpApp({
    logger,
    clock,
    responder,
    assets,
    trustProxy,
    publicUrl,
    webhooks,
    routers: [router],
  });
  return { app, lines };
}

describe('the HTTP application', () => {
  it('allows only scripts and styles of its own, none of them inline', async () => {
    const { app } = testApp();
    const { headers } = await request(app).get('/casos/x');
    const policy = headers['content-security-policy'];
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('gives what other programs bring none of what browsers need, and no line in the log', async () => {
    const webhook = Router();
    webhook.post('/aviso', (_req, res) => {
      res.status(200).end();
    });
    const { app, lines } = testApp({ webhooks: [webhook] });
    const { status, headers } = await request(app).post('/aviso');
    expect([status, headers['content-security-policy'], headers['x-referencia']]).toEqual([
      200,
      undefined,
      undefined,
    ]);
    expect(lines).toEqual([]);
  });

  it('promises no https where the public address has none', async () => {
    const { app } = testApp({ publicUrl: 'http://localhost:3000' });
    const { headers } = await request(app).get('/casos/x');
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('answers a program in JSON and a browser with a page, in the same words', async () => {
    const { app } = testApp();
    const program = await request(app).get('/nada');
    expect([program.status, program.body]).toEqual([
      404,
      { codigo: 'NOT_FOUND', mensaje: 'Palabras de NOT_FOUND.' },
    ]);
    const browser = await request(app).get('/nada').set('Accept', 'text/html,*/*;q=0.8');
    expect(browser.type).toBe('text/html');
    expect(browser.text).toContain('Palabras de NOT_FOUND.');
  });

  it('tells a person the reference of a bug and nothing of the error; the log has the reference without their data', async () => {
    const { app, lines } = testApp();
    const { status, body, text } = await request(app).get('/falla?nombre=Maria');
    expect([status, body.codigo]).toEqual([500, 'INTERNAL']);
    expect(text).not.toContain('94123456');
    const log = lines.join('');
    expect(log).toContain(body.referencia);
    expect(log).toContain('"ruta":"/falla"');
    expect(log).not.toMatch(/94123456|Maria/);
  });

  it('logs the route and never the address, which may hold a code', async () => {
    const { app, lines } = testApp();
    await request(app).get('/casos/K7QM-X4TP-9W?codigo=SECRETO');
    await request(app).get('/nada/94123456');
    expect(lines.join('')).toContain('"ruta":"/casos/:codigo"');
    expect(lines.join('')).not.toMatch(/K7QM|SECRETO|94123456|127\.0\.0\.1/);
  });

  it.each([
    ['broken UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0x22]), 400, 'INVALID_ENCODING'],
    ['an operator', 'application/json', '{"a":{"$gt":""}}', 400, 'INVALID_INPUT'],
    ['too much', 'application/json', `"${'a'.repeat(300)}"`, 413, 'TOO_LARGE'],
    ['another type', 'text/plain', 'hola', 415, 'UNSUPPORTED_TYPE'],
  ])('refuses %s', async (_, type, body, status, codigo) => {
    const { app } = testApp();
    const answer = await request(app)
      .post('/json')
      .set('Content-Type', type)
      .serialize((sent: unknown) => sent as string)
      .send(body as string);
    expect([answer.status, answer.body.codigo]).toEqual([status, codigo]);
  });

  it('reads a form and a JSON', async () => {
    const { app } = testApp();
    const form = await request(app).post('/form').type('form').send('texto=%C3%B1+y+m%C3%A1s');
    expect(form.body).toEqual({ leido: { texto: 'ñ y más' } });
    const json = await request(app).post('/json').send({ texto: 'ñ' });
    expect(json.body).toEqual({ leido: { texto: 'ñ' } });
  });

  it('says in Retry-After when to come back', async () => {
    const { app } = testApp();
    const { status, headers } = await request(app).get('/lleno');
    expect([status, headers['retry-after']]).toEqual([429, '7']);
  });

  it('believes X-Forwarded-For only of the proxies that are ours', async () => {
    const forged = (trustProxy: number) =>
      request(testApp({ trustProxy }).app).get('/uno').set('X-Forwarded-For', '1.1.1.1, 190.85.1.2');
    expect((await forged(0)).body.ip).toMatch(/127\.0\.0\.1$/);
    expect((await forged(1)).body.ip).toBe('190.85.1.2');
  });

  it('limits by address', async () => {
    const { app } = testApp();
    expect((await request(app).get('/uno')).status).toBe(200);
    expect((await request(app).get('/uno')).status).toBe(429);
  });
});
