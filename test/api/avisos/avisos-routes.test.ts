import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createAvisosRoutes } from '../../../api/avisos/avisos.routes';
import { createResponder } from '../../../api/base/http/responder';
import { valueOf } from '../../../api/base/kernel/result';
import { loadContent } from '../../../content/load-content';
import { anAviso } from '../../fakes/an-aviso';
import { manualClock } from '../../fakes/manual-clock';
import { MemoryAvisos } from '../../fakes/memory-avisos';
import { pagesApp } from '../../fakes/pages-app';

const content = valueOf(loadContent(join(__dirname, '../../../content')));
const id = (n: number) => `20261124T140000-${String(n).padStart(8, '0')}`;

function site(hoy = '2026-11-24T10:00:00-05:00') {
  const avisos = new MemoryAvisos();
  const routes = createAvisosRoutes({
    site: { content: () => content, prueba: true, asset: (path) => path },
    responder: createResponder(
      () => content.texts,
      ({ mensaje }) => mensaje,
    ),
    clock: manualClock(hoy),
    avisos,
  });
  const { app } = pagesApp({ routers: [routes] });
  return { avisos, get: (path: string) => request(app).get(path) };
}

describe('the page of Avisos', () => {
  it('answers without a session, also when there is none', async () => {
    const { get } = site();
    const { status, text, headers } = await get('/avisos');
    expect(status).toBe(200);
    expect(text).toContain(content.texts('avisos.ninguno'));
    expect(text).toContain('PRUEBA');
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('shows those posted with their number, dates and own address', async () => {
    const { avisos, get } = site();
    await avisos.keep(anAviso({ radicado: '2026-E-000001' }));
    const { text } = await get('/avisos');
    for (const shown of [
      `href="/avisos/${id(1)}"`,
      'Cierre de la vía',
      '2026-E-000001',
      'martes, 24 de noviembre de 2026, 9:00 a. m.',
      'lunes, 30 de noviembre de 2026',
    ])
      expect(text).toContain(shown);
  });

  it('shows one at its own address with its text escaped and its fingerprint', async () => {
    const { avisos, get } = site();
    const aviso = anAviso({ texto: 'Se cierra.\n<script>alert(1)</script>' });
    await avisos.keep(aviso);
    const { text, status } = await get(`/avisos/${aviso._id}`);
    expect(status).toBe(200);
    expect(text).toContain('&lt;script');
    expect(text).not.toContain('<script>alert');
    expect(text).toContain(aviso.huella);
    expect(text).not.toContain(aviso.publicadoPor);
  });

  it('stops showing the text at the end of the last day, before any sweep', async () => {
    const { avisos, get } = site('2026-12-01T00:00:00-05:00');
    await avisos.keep(anAviso());
    expect((await get('/avisos')).text).not.toContain('Cierre de la vía');
    const { text, status } = await get(`/avisos/${id(1)}`);
    expect(status).toBe(200);
    expect(text).toContain(content.texts('avisos.yaRetirado'));
    expect(text).not.toContain('El puente se cierra');
  });

  it('keeps the removed ones: title, dates and fingerprint, without their text', async () => {
    const { avisos, get } = site();
    const desfijadoEn = new Date('2026-11-24T14:30:00Z');
    const aviso = anAviso({ estado: 'DESFIJADO', desfijadoEn });
    await avisos.keep(aviso);
    expect((await get('/avisos')).text).not.toContain('Cierre de la vía');
    const { text } = await get('/avisos?retirados=si');
    expect(text).toContain('Cierre de la vía');
    expect(text).toContain(aviso.huella);
    expect((await get(`/avisos/${aviso._id}`)).text).not.toContain('El puente se cierra');
  });

  it('goes on in pages of twenty', async () => {
    const { avisos, get } = site();
    for (let n = 1; n <= 21; n++) await avisos.keep(anAviso({ _id: id(n), titulo: `Aviso número ${n}.` }));
    const first = (await get('/avisos')).text;
    expect(first.match(/Aviso número/g)).toHaveLength(20);
    expect(first).toContain(`href="/avisos?despues=${id(2)}"`);
    const second = (await get(`/avisos?despues=${id(2)}`)).text;
    expect(second.match(/Aviso número \d+/g)).toEqual(['Aviso número 1']);
    expect(second).not.toContain('despues=');
  });

  it.each(['/avisos/nada', `/avisos/${id(9)}`, '/avisos/20261124T140000-0000000A'])(
    'has no %s',
    async (path) => {
      expect((await site().get(path)).status).toBe(404);
    },
  );

  it('does not show one that is not posted yet', async () => {
    const { avisos, get } = site();
    await avisos.keep(anAviso({ estado: 'PREPARADO', fijadoEn: undefined }));
    expect((await get(`/avisos/${id(1)}`)).status).toBe(404);
  });

  it('refuses what it does not know', async () => {
    expect((await site().get('/avisos?despues=$ne')).status).toBe(400);
  });
});
