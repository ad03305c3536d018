import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { HalladaPrueba } from '../../../api/comunicaciones/sello/find-proof';
import { verifyInclusion, type PruebaInclusion } from '../../../api/comunicaciones/sello/inclusion-proof';
import { verifyProof } from '../../../api/terminos/verify-proof';
import { FAKE_CODE } from '../../fakes/fake-ventanilla';
import { pagesApp } from '../../fakes/pages-app';
import { sampleInclusion } from '../../fakes/sample-inclusion';

const KEYS = { numero: '2026-E-000001', codigo: FAKE_CODE };

async function withCase(sello?: HalladaPrueba) {
  const pages = pagesApp({ ...(sello && { sello }) });
  await pages.ventanilla.radicar({
    clave: 'una',
    canal: 'FORMULARIO',
    texto: 'La lámpara no prende',
    tipo: 'RECLAMO',
    identidad: { modo: 'ANONIMO' },
    anexos: [],
    recibidoEn: new Date('2026-11-24T09:00:00-05:00'),
  });
  const post = (path: string, fields: object = KEYS) =>
    request(pages.app).post(path).type('form').send(fields);
  return { ...pages, post };
}

describe('the constancia as a page', () => {
  it('says what the PDF says, with the QR, its link and the code beside it', async () => {
    const { post } = await withCase();
    const { status, text } = await post('/constancia/pantalla');
    expect(status).toBe(200);
    for (const said of [
      'Constancia de radicación',
      '2026-E-000001',
      FAKE_CODE,
      'miércoles, 16 de diciembre de 2026',
      'María Inés Ñáñez',
      'Pendiente de escuchar',
      'Podar el árbol',
      'ab'.repeat(32),
      'Pasa del tamaño permitido.',
      'Decreto 1166 de 2016',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toMatch(/<svg class="qr"[^>]* role="img" aria-label="Código QR que abre la página/);
    expect(text).toMatch(/<a href="http:\/\/localhost:3000\/verificar#[\w-]+\.[\w-]+">/);
  });

  it('shows the words of the person as they are, and nothing of them as markup', async () => {
    const { text } = await (await withCase()).post('/constancia/pantalla');
    expect(text).toContain('La lámpara &lt;b>no&lt;/b> prende 🙏.\nDe noche da miedo.');
    expect(text).not.toContain('dentro de este PDF');
  });

  it('says PRUEBA in its own words while the town rehearses', async () => {
    const { text } = await (await withCase()).post('/constancia/pantalla');
    expect(text).toContain('<strong>PRUEBA – SIN VALIDEZ OFICIAL</strong>. El servicio está en ensayo.');
  });

  it('is given by POST only, with number and code, and is not cached', async () => {
    const { post, app } = await withCase();
    expect((await post('/constancia/pantalla')).headers['cache-control']).toBe('no-store');
    for (const path of ['pantalla', 'prueba-termino.json', 'prueba-sello.json']) {
      expect((await post(`/constancia/${path}`, { ...KEYS, codigo: 'AAAA-AAAA-AA' })).status).toBe(404);
      const { text } = await request(app).get(`/constancia/${path}`).query(KEYS);
      expect(text).toContain('<form method="post" action="/seguimiento"');
      expect(text).not.toContain(FAKE_CODE);
    }
  });

  it('shares the limit of guesses with the look-up', async () => {
    const { post } = await withCase();
    for (let guess = 0; guess < 30; guess++) await post('/seguimiento', { ...KEYS, codigo: `X${guess}` });
    expect((await post('/constancia/pantalla')).status).toBe(429);
    expect((await post('/constancia/prueba-sello.json')).status).toBe(429);
  });
});

describe('the proofs of a case', () => {
  it('of the term downloads, and verifies with nothing of ours', async () => {
    const { headers, body } = await (await withCase()).post('/constancia/prueba-termino.json');
    expect(headers['content-disposition']).toBe('attachment; filename=prueba-termino-2026-E-000001.json');
    expect(verifyProof(body)).toEqual({ ok: true, fecha: '2026-12-16' });
  });

  it('of the seal says that it exists from tomorrow while it does not, and offers no download', async () => {
    const { post } = await withCase();
    expect((await post('/constancia/pantalla')).text).toContain('Existe desde mañana.');
    expect((await post('/constancia/pantalla')).text).not.toContain('action="/constancia/prueba-sello.json"');
    const { headers, text } = await post('/constancia/prueba-sello.json');
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(text).toContain('Existe desde mañana.');
  });

  it('of the seal downloads once it exists, and leads to the root', async () => {
    const { prueba } = sampleInclusion();
    const { post } = await withCase({ estado: 'LISTA', explicacion: 'Está en el sello 1.', prueba });
    expect((await post('/constancia/pantalla')).text).toContain('action="/constancia/prueba-sello.json"');
    const { body } = await post('/constancia/prueba-sello.json');
    expect(verifyInclusion(body as PruebaInclusion)).toBe(true);
  });
});
