import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { GOOD_TOKEN, pagesApp } from '../../fakes/pages-app';

const PATHS = [
  '/',
  '/chat',
  '/formulario',
  '/seguimiento',
  '/constancia',
  '/verificar',
  '/tramites',
  '/privacidad',
  '/accesibilidad',
  '/por-confirmar',
  '/denuncie-corrupcion',
  '/horarios',
  '/trato-digno',
  '/emergencias',
  '/no-existe',
];

const get = async (path: string, prueba = true): Promise<string> => {
  const { app } = pagesApp({ prueba });
  return (await request(app).get(path).set('Accept', 'text/html')).text;
};

const footer = (html: string): string => /<footer.*<\/footer>/s.exec(html)?.[0] ?? 'no footer';

describe.each(PATHS)('the page %s', (path) => {
  it('says that it is a rehearsal until the go-live, and not after', async () => {
    expect(await get(path)).toContain('PRUEBA – SIN VALIDEZ OFICIAL');
    expect(await get(path, false)).not.toContain('class="prueba"');
  });

  it('is in Spanish of Colombia, with a title, one h1, a skip link and the same foot as every page', async () => {
    const html = await get(path);
    expect(html).toContain('<html lang="es-CO">');
    expect(html).toMatch(/<title>[^<]+ – Alcaldía de Candelaria<\/title>/);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toMatch(/<body[^>]*><a class="saltar" href="#contenido">/);
    expect(footer(html)).toBe(footer(await get('/')));
  });

  it('has no inline script or style, and asks nothing of third parties', async () => {
    const html = await get(path);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc="\/)/);
    expect(html).not.toMatch(/(?:src|action)="(?!\/)/);
  });
});

describe('the public pages', () => {
  it('tell no phone and no hours that the Alcaldía has not confirmed', async () => {
    const html = await get('/');
    const { content } = pagesApp();
    for (const { numero, confirmado } of content.entidad.telefonos) {
      expect(html.includes(numero)).toBe(confirmado);
    }
    expect(html).toContain('por confirmar');
  });

  it('offer a person in the same place: mail and address', async () => {
    const html = footer(await get('/'));
    expect(html).toContain('mailto:contacto@candelaria-valle.gov.co');
    expect(html).toContain('Calle 9 No. 7-69');
  });

  it('offer the form and the mail where the chat has no JavaScript', async () => {
    const noscript = /<noscript>.*<\/noscript>/s.exec(await get('/chat'))?.[0];
    expect(noscript).toContain('href="/formulario"');
    expect(noscript).toContain('mailto:');
  });

  it('list everything that the Alcaldía must still confirm', async () => {
    const html = await get('/por-confirmar');
    const { content } = pagesApp();
    expect(content.porConfirmar.length).toBeGreaterThan(0);
    for (const { archivo, clave } of content.porConfirmar)
      expect(html).toContain(`<code>${archivo}: ${clave}</code>`);
  });
});

describe('the catalogue of trámites', () => {
  it('finds by name without accents and by other words people use', async () => {
    expect(await get('/tramites?q=poda+arboles')).toContain('href="/tramites/poda-arboles"');
    const found = await get('/tramites?q=RECIBO+del+predial');
    expect(found).toContain('href="/tramites/impuesto-predial"');
    expect(found).not.toContain('href="/tramites/mascotas"');
  });

  it('shows what was searched as text, never as markup', async () => {
    const html = await get('/tramites?q=<script>alert(1)</script>');
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('No encontramos un trámite');
  });

  it('has a page for each trámite, without what is not confirmed', async () => {
    const { content } = pagesApp();
    for (const tramite of content.tramites) {
      const html = await get(`/tramites/${tramite.id}`);
      expect(html).toContain(`href="/formulario?tramite=${tramite.id}"`);
      for (const { texto, confirmado } of tramite.requisitos)
        if (!confirmado) expect(html).not.toContain(texto);
    }
  });

  it('answers 404 to a trámite that does not exist', async () => {
    const { app } = pagesApp();
    expect((await request(app).get('/tramites/volar')).status).toBe(404);
  });
});

describe('the verification page', () => {
  const post = (token: string) => request(pagesApp().app).post('/verificar').type('form').send({ token });

  it('tells the facts of an authentic constancia, pasted without JavaScript', async () => {
    const { status, text } = await post(` ${GOOD_TOKEN}\n`);
    expect(status).toBe(200);
    expect(text).toContain('Este código lo expidió la Alcaldía');
    expect(text).toContain('miércoles, 16 de diciembre de 2026');
  });

  it('says that another one is not authentic', async () => {
    expect((await post('malo.firma')).text).toContain('Este código no es auténtico');
  });

  it('asks for the token when it is missing', async () => {
    const { status, text } = await post('');
    expect(status).toBe(400);
    expect(text).toContain('id="campo-token-error"');
  });
});
