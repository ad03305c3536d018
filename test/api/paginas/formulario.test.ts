import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { failure } from '../../../api/base/kernel/failures';
import { FAKE_CODE } from '../../fakes/fake-ventanilla';
import { pagesApp, type PagesApp } from '../../fakes/pages-app';

const TYPED = {
  texto: 'La lámpara <b>no</b> prende & da miedo: {texto} "de noche".',
  lugar: 'Vereda El Tiple',
  nombre: 'María Inés Ñáñez',
  correo: 'maria@example.com',
  modo: 'IDENTIFICADO',
};

const keyIn = (html: string): string => /name="clave" value="([\w-]{22})"/.exec(html)?.[1] ?? '';

const post = ({ app }: PagesApp, fields: Record<string, string>) =>
  request(app).post('/formulario').type('form').send(fields);

async function opened(pages: PagesApp) {
  const { text } = await request(pages.app).get('/formulario');
  return { ...TYPED, clave: keyIn(text) };
}

describe('the form of a PQRSD', () => {
  it('is filled, reviewed and filed without JavaScript', async () => {
    const pages = pagesApp();
    const fields = await opened(pages);
    const review = await post(pages, { ...fields, paso: 'revisar' });
    expect(review.text).toContain('Todavía no hemos radicado nada');
    expect(pages.ventanilla.solicitudes).toHaveLength(0);
    expect(keyIn(review.text)).toBe(fields.clave);
    const filed = await post(pages, { ...fields, paso: 'radicar' });
    expect(filed.status).toBe(200);
    expect(filed.text).toContain('2026-E-000001');
    expect(filed.text).toContain(FAKE_CODE);
    expect(filed.text).toContain('miércoles, 16 de diciembre de 2026');
    expect(pages.ventanilla.solicitudes).toEqual([
      expect.objectContaining({
        canal: 'FORMULARIO',
        texto: TYPED.texto,
        tipo: 'PETICION',
        recibidoEn: pages.clock.now(),
        clave: `formulario:${fields.clave}`,
      }),
    ]);
  });

  it('numbers the demands of one letter, and files them under one radicado', async () => {
    const pages = pagesApp();
    const texto = 'Pido:\n1. Arreglar la lámpara\n2. Podar el árbol de la esquina';
    const fields = { ...(await opened(pages)), texto };
    const review = await post(pages, { ...fields, paso: 'revisar' });
    expect(review.text).toContain('2. Podar el árbol de la esquina');
    await post(pages, { ...fields, paso: 'radicar' });
    expect(pages.ventanilla.solicitudes).toMatchObject([
      { texto, puntos: ['Arreglar la lámpara', 'Podar el árbol de la esquina'] },
    ]);
  });

  it('gives the same case to a double submit', async () => {
    const pages = pagesApp();
    const fields = { ...(await opened(pages)), paso: 'radicar' };
    await post(pages, fields);
    const again = await post(pages, fields);
    expect(again.text).toContain('2026-E-000001');
    expect(again.text).toContain('Ya habíamos recibido esta solicitud');
    expect(pages.ventanilla.solicitudes).toHaveLength(1);
  });

  it('gives every visit a key of its own', async () => {
    const pages = pagesApp();
    expect((await opened(pages)).clave).not.toBe((await opened(pages)).clave);
  });

  it('keeps everything typed when something is wrong, and says what beside the field', async () => {
    const pages = pagesApp();
    const { status, text } = await post(pages, {
      ...TYPED,
      correo: 'maria@',
      telefono: '12',
      paso: 'revisar',
    });
    expect(status).toBe(400);
    expect(text).toContain('<title>Error: Radicar una solicitud');
    expect(text).toContain('La lámpara &lt;b>no&lt;/b> prende &amp; da miedo: {texto} &quot;de noche&quot;.');
    expect(text).toContain('value="maria@"');
    expect(text).toContain('value="12"');
    expect(text).toContain('<a href="#campo-correo">Revise el correo.');
    expect(text).toMatch(/id="campo-correo"[^>]*aria-describedby="campo-correo-ayuda campo-correo-error"/);
    expect(text).toContain('id="campo-correo-error"');
  });

  it('goes back to correct with everything as it was', async () => {
    const pages = pagesApp();
    const { text } = await post(pages, { ...(await opened(pages)), paso: 'corregir' });
    expect(text).toContain('Vereda El Tiple');
    expect(text).toContain('name="paso" value="revisar"');
  });

  it('tells an anonymous person that what identifies them will not be kept, and does not file it', async () => {
    const pages = pagesApp();
    const fields = { ...(await opened(pages)), modo: 'ANONIMO' };
    const review = await post(pages, { ...fields, paso: 'revisar' });
    expect(review.text).toContain('no guardaremos el nombre ni el contacto');
    await post(pages, { ...fields, paso: 'radicar' });
    expect(JSON.stringify(pages.ventanilla.solicitudes)).not.toMatch(/Ñáñez|maria@/);
  });

  it('offers to send again under the same key when it could not be kept now', async () => {
    const pages = pagesApp();
    const fields = { ...(await opened(pages)), paso: 'radicar' };
    pages.ventanilla.failWith(failure('STORE_UNAVAILABLE'));
    const failed = await post(pages, fields);
    expect(failed.status).toBe(503);
    expect(failed.text).toContain('En este momento no podemos guardar su solicitud');
    expect(failed.text).toContain('name="paso" value="radicar"');
    expect(keyIn(failed.text)).toBe(fields.clave);
  });

  it('gives a new key to a text that comes under the key of another', async () => {
    const pages = pagesApp();
    const fields = { ...(await opened(pages)), paso: 'radicar' };
    await post(pages, fields);
    const changed = await post(pages, { ...fields, texto: 'Otra cosa' });
    expect(changed.status).toBe(422);
    expect(keyIn(changed.text)).toMatch(/^[\w-]{22}$/);
    expect(keyIn(changed.text)).not.toBe(fields.clave);
    expect(changed.text).toContain('Otra cosa');
  });

  it('lets a person empty the field that only programs fill', async () => {
    const pages = pagesApp();
    const { status, text } = await post(pages, { ...(await opened(pages)), sitio: 'x', paso: 'radicar' });
    expect(status).toBe(400);
    expect(text).toContain('Debe quedar vacío');
    expect(pages.ventanilla.solicitudes).toHaveLength(0);
  });

  it('keeps what was typed also past the limit of filings, and says when to try again', async () => {
    const pages = pagesApp();
    for (let filing = 0; filing < 30; filing++) await post(pages, { ...TYPED, paso: 'radicar' });
    const refused = await post(pages, { ...TYPED, paso: 'radicar' });
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '600']);
    expect(refused.text).toContain('value="Vereda El Tiple"');
  });

  it('refuses broken UTF-8 and unknown fields', async () => {
    const pages = pagesApp();
    const broken = await request(pages.app).post('/formulario').type('form').send('texto=%F3');
    expect([broken.status, broken.body.codigo]).toEqual([400, 'INVALID_ENCODING']);
    const unknown = await post(pages, { ...TYPED, prioridad: 'URGENTE' });
    expect([unknown.status, unknown.body.codigo]).toEqual([400, 'INVALID_INPUT']);
  });

  it('tells an estimate, and no duty, when no norm confirms the term', async () => {
    const { text } = await post(pagesApp(), { ...TYPED, tipo: 'FELICITACION', paso: 'radicar' });
    expect(text).toContain('Fecha estimada de respuesta, por confirmar:');
    expect(text).not.toContain('debe responderle');
  });

  it('starts with the subject of the trámite it was opened from', async () => {
    const pages = pagesApp();
    const [tramite] = pages.content.tramites;
    const { text } = await request(pages.app).get(`/formulario?tramite=${tramite?.id}`);
    expect(text).toContain(`name="tramite" value="${tramite?.id}"`);
    const forged = await post(pages, { ...TYPED, tramite: 'no-existe', paso: 'radicar' });
    expect(forged.status).toBe(200);
    expect(pages.ventanilla.solicitudes[0]?.tramite).toBeUndefined();
  });
});
