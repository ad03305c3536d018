import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Logger } from '../../../api/base/kernel/logger';
import { readDocumento } from '../../../api/paginas/datos/read-documento';
import { fakeDatosPorEnlace } from '../../fakes/fake-datos-por-enlace';
import { pagesApp } from '../../fakes/pages-app';

const CEDULA = { tipo: 'CC', numero: '1.113.456.789' };

function linkPages() {
  const datos = fakeDatosPorEnlace();
  const log: string[] = [];
  const write = (event: string, fields?: object) => void log.push(JSON.stringify([event, fields]));
  const logger: Logger = { info: write, warn: write, error: write };
  const pages = pagesApp({ datosPorEnlace: datos, logger });
  const get = (token: string) => request(pages.app).get(`/datos/${token}`).set('Accept', 'text/html');
  const post = (token: string, fields: object) =>
    request(pages.app).post(`/datos/${token}`).set('Accept', 'text/html').type('form').send(fields);
  return { ...pages, datos, log, get, post };
}

describe('the page of a link', () => {
  it('says who asks for the document, what for and that it is optional, and asks for kind and number', async () => {
    const { get } = linkPages();
    const { status, text } = await get('bueno');
    expect(status).toBe(200);
    for (const said of [
      'Alcaldía de Candelaria',
      'encontrar su expediente',
      'No es obligatorio',
      'href="/privacidad"',
      'PRUEBA',
      'name="tipo"',
      'name="numero"',
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('<script');
  });

  it('is spent only by sending the form: opening it, previews and a wrong form spend nothing', async () => {
    const { get, post, datos, app } = linkPages();
    for (let i = 0; i < 3; i++) await get('bueno');
    await request(app).head('/datos/bueno');
    const wrong = await post('bueno', { tipo: '', numero: '12' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Elija el tipo de documento.');
    expect(wrong.text).toContain('Escriba el número de su documento.');
    expect(wrong.text).toContain('value="12"');
    expect(datos.sent).toEqual([]);
    const good = await post('bueno', CEDULA);
    expect(good.status).toBe(200);
    expect(good.text).toContain('Recibimos su documento');
    expect(good.text).not.toContain('1113456789');
    expect(datos.sent).toEqual([{ tipo: 'CC', numero: '1113456789' }]);
    const again = await post('bueno', CEDULA);
    expect([again.status, (await get('bueno')).status]).toEqual([410, 410]);
    expect(again.text).toContain('Este enlace ya se usó');
    expect(datos.sent).toHaveLength(1);
  });

  it.each([
    ['GASTADO', 410, 'Este enlace ya se usó'],
    ['VENCIDO', 410, 'Este enlace venció'],
    ['CAMBIADO', 410, 'Este enlace ya no sirve'],
    ['TERMINADO', 410, 'Su solicitud ya no espera este dato'],
    ['no-existe', 404, 'No encontramos este enlace'],
  ])('tells plainly what became of a link, asked for or sent (%s)', async (token, status, titulo) => {
    const { get, post, datos } = linkPages();
    for (const answer of [await get(token), await post(token, CEDULA)]) {
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(`<h1>${titulo}</h1>`);
      expect(answer.text).toContain('chat');
      expect(answer.text).not.toContain('name="numero"');
    }
    expect(datos.sent).toEqual([]);
  });

  it('says that it could not be stored, and is not spent by it', async () => {
    const { get, post, datos } = linkPages();
    datos.failWith({ code: 'STORE_UNAVAILABLE' });
    expect((await post('bueno', CEDULA)).status).toBe(503);
    datos.failWith();
    expect((await get('bueno')).status).toBe(200);
  });

  it('leaves its token in no log, no referrer, no cache and no index', async () => {
    const { get, post, log } = linkPages();
    const { headers, text } = await get('bueno');
    await post('bueno', CEDULA);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-robots-tag']).toBe('noindex, nofollow');
    expect(text).not.toContain('bueno');
    expect(log.join('\n')).toContain('/datos/:token');
    expect(log.join('\n')).not.toMatch(/bueno|1113456789|1\.113/);
  });

  it('is not tried without end from one address', async () => {
    const { get, post, clock } = linkPages();
    const tries = [];
    for (let i = 0; i < 61; i++) tries.push((await get(`otro-${i}`)).status);
    expect(tries.slice(0, 60)).toEqual(Array(60).fill(404));
    expect(tries[60]).toBe(429);
    const sends = [];
    for (let i = 0; i < 21; i++) sends.push((await post(`otro-${i}`, CEDULA)).status);
    expect(sends.at(-1)).toBe(429);
    clock.advance(11 * 60_000);
    expect((await get('bueno')).status).toBe(200);
  });

  it('takes a form and nothing else', async () => {
    const { app, datos } = linkPages();
    const json = await request(app).post('/datos/bueno').send(CEDULA);
    expect(json.status).toBe(415);
    expect(datos.sent).toEqual([]);
  });
});

describe('the number of a document', () => {
  it.each([
    ['1.113.456.789', '1113456789'],
    [' 1 113 456 789 ', '1113456789'],
    ['ab-123456', 'AB123456'],
  ])('is read without its separators (%s)', (numero, read) => {
    expect(readDocumento({ tipo: 'CC', numero })).toEqual({ ok: true, value: { tipo: 'CC', numero: read } });
  });

  it.each(['', '12', 'abc', '1113;drop', 'x'.repeat(26), '<b>123</b>'])(
    'is refused when it is none (%s)',
    (numero) => {
      expect(readDocumento({ tipo: 'CC', numero })).toEqual({ ok: false, failure: ['numero'] });
    },
  );

  it('needs a kind that exists', () => {
    expect(readDocumento({ tipo: 'DNI', numero: '1113456' })).toEqual({ ok: false, failure: ['tipo'] });
  });
});
