import { beforeEach, describe, expect, it } from '@jest/globals';
import { Router, type Express } from 'express';
import request from 'supertest';
import { createHttpApp } from '../../../api/base/http/http-app';
import { createRateLimit } from '../../../api/base/http/rate-limit';
import { createResponder } from '../../../api/base/http/responder';
import { createLogger } from '../../../api/base/kernel/logger';
import { ok, valueOf } from '../../../api/base/kernel/result';
import { openContenido } from '../../../api/pqrsd/seal-case';
import { openapi } from '../../../api/pqrsd/openapi';
import { createOpenapiRoutes, createPqrsdRoutes } from '../../../api/pqrsd/pqrsd.routes';
import { loadContent } from '../../../content/load-content';
import { CONTENT_DIR, pqrsdOffice } from '../../fakes/pqrsd-office';

const content = valueOf(loadContent(CONTENT_DIR));

function start(filings = 100) {
  const office = pqrsdOffice();
  const log: string[] = [];
  const logger = createLogger({ write: (line: string) => void log.push(line) });
  const responder = createResponder(
    () => content.texts,
    () => '<!doctype html>',
  );
  const { clock } = office;
  const limit = (count: number) => createRateLimit({ clock, limit: count, windowMs: 60_000 });
  const routes = createPqrsdRoutes({
    ...office,
    tokenOf: () => Promise.resolve(ok('token')),
    responder,
    filingLimit: limit(filings),
    trackingLimit: limit(30),
  });
  const app = createHttpApp({
    logger,
    clock,
    responder,
    assets: { router: Router(), url: (path) => path },
    trustProxy: 0,
    publicUrl: 'http://localhost',
    routers: [routes, createOpenapiRoutes(openapi('http://localhost'))],
  });
  return { ...office, app, log };
}

let at: ReturnType<typeof start>;
let app: Express;

beforeEach(() => {
  at = start();
  app = at.app;
});

const post = (body: string | object, key?: string) => {
  const call = request(app).post('/v1/pqrsd').set('Content-Type', 'application/json');
  return (key ? call.set('Idempotency-Key', key) : call).send(body);
};

describe('POST /v1/pqrsd', () => {
  it('files with a text alone, and says that it is a rehearsal', async () => {
    const { status, body } = await post({ texto: 'No hay luz en el parque' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      recepcion: '2026-E-000001',
      prueba: true,
      aviso: 'PRUEBA – SIN VALIDEZ OFICIAL',
    });
    expect(at.book.pages[0]?.pqrsd.modo).toBe('ANONIMO');
  });

  it('answers a repeated key with the same filing, and the key with another body with 422', async () => {
    const first = await post({ texto: 'uno' }, 'clave-1');
    const again = await post({ texto: 'uno' }, 'clave-1');
    expect([again.status, (again.body as { codigo: string }).codigo]).toEqual([
      200,
      (first.body as { codigo: string }).codigo,
    ]);
    const other = await post({ texto: 'dos' }, 'clave-1');
    expect([other.status, (other.body as { codigo: string }).codigo]).toEqual([
      422,
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(at.book.pages).toHaveLength(1);
  });

  it('tells the key it gave to whoever brought none, so that the filing can be found again', async () => {
    const first = await post({ texto: 'uno' });
    const key = String(first.headers['idempotency-key']);
    expect((await post({ texto: 'uno' }, key)).status).toBe(200);
    expect(at.book.pages).toHaveLength(1);
  });

  it('keeps markup, braces and emoji as text, and drops control characters', async () => {
    await post({ texto: '<script>alert(1)</script> {{vars.x}} 🙂\u0000\u202e' });
    const page = at.book.pages[0];
    expect(page && openContenido(page, at.sealing).texto).toBe('<script>alert(1)</script> {{vars.x}} 🙂');
  });

  it('files a text of a million letters with the whole of it attached', async () => {
    const texto = 'a'.repeat(900_000);
    expect((await post({ texto })).status).toBe(201);
    expect([...at.stored.values()]).toEqual([texto]);
  });

  it.each<[string, string | object, number]>([
    ['nothing', '', 400],
    ['what is not JSON', '{"texto":', 400],
    ['a list', '[]', 400],
    ['an empty text', { texto: ' \u0000 ' }, 400],
    ['an operator of the store', { texto: 'x', identidad: { $ne: null } }, 400],
    ['an operator inside the text', { texto: { $gt: '' } }, 400],
    ['a prototype key', '{"texto":"x","__proto__":{"admin":true}}', 400],
    ['a field it does not know', { texto: 'x', estado: 'RESPONDIDA' }, 400],
    ['a kind only an authority files', { texto: 'x', tipo: 'CONGRESO' }, 400],
    ['a name with no way to answer', { texto: 'x', identidad: { modo: 'IDENTIFICADO', nombre: 'Ana' } }, 400],
    ['a body past its limit', { texto: 'a'.repeat(1_500_000) }, 413],
  ])('refuses %s with words in Spanish and files nothing', async (_, body, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect((answer.body as { mensaje: string }).mensaje).toMatch(/[a-záéíóúñ]{4,}/i);
    expect(at.book.pages).toEqual([]);
  });

  it('refuses bytes that are not UTF-8, instead of changing what was written', async () => {
    const answer = await request(app)
      .post('/v1/pqrsd')
      .set('Content-Type', 'application/json')
      .serialize((bytes) => bytes as string)
      .send(
        Buffer.from([...Buffer.from('{"texto":"'), 0xc3, 0x28, ...Buffer.from('"}')]) as unknown as object,
      );
    expect([answer.status, (answer.body as { codigo: string }).codigo]).toEqual([400, 'INVALID_ENCODING']);
  });

  it('does not acknowledge what goes past the limit of an address, and says when to come back', async () => {
    at = start(3);
    app = at.app;
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await post({ texto: `mensaje ${i}` })).status);
    expect(statuses).toEqual([201, 201, 201, 429, 429]);
    expect(Number((await post({ texto: 'x' })).headers['retry-after'])).toBeGreaterThan(0);
    expect(at.book.pages).toHaveLength(3);
  });
});

describe('GET /v1/pqrsd/:radicado', () => {
  it('gives the state to whoever has the code, and nothing of the text; the code is in no log', async () => {
    const { body } = await post({ texto: 'La lampara de la esquina' });
    const { recepcion, codigo } = body as { recepcion: string; codigo: string };
    const tracked = await request(app).get(`/v1/pqrsd/${recepcion}`).set('X-Codigo', codigo);
    expect(tracked.body).toMatchObject({ estado: 'RADICADA', vence: '2026-12-16' });
    expect(JSON.stringify(tracked.body)).not.toContain('lampara');
    expect(at.log.join('')).not.toContain(codigo);
    expect(at.log.join('')).not.toContain('lampara');
  });

  it('answers an unknown number, a wrong code and no code alike', async () => {
    const { body } = await post({ texto: 'x' });
    const { recepcion, codigo } = body as { recepcion: string; codigo: string };
    const answers = await Promise.all([
      request(app).get(`/v1/pqrsd/${recepcion}`),
      request(app).get(`/v1/pqrsd/${recepcion}`).set('X-Codigo', 'AAAA-AAAA-AA'),
      request(app).get('/v1/pqrsd/2026-E-999999').set('X-Codigo', codigo),
      request(app).get('/v1/pqrsd/%24ne').set('X-Codigo', codigo),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });
});

describe('GET /openapi.json', () => {
  it('describes both operations with what they take and give', async () => {
    const { body } = await request(app).get('/openapi.json');
    const { openapi: version, paths } = body as { openapi: string; paths: Record<string, object> };
    expect(version).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual(['/v1/pqrsd', '/v1/pqrsd/{radicado}']);
    const text = JSON.stringify(paths);
    for (const part of ['"texto"', 'Idempotency-Key', 'X-Codigo', '"201"', '"422"', '"429"'])
      expect(text).toContain(part);
  });
});
