import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { idDe } from '../../../api/interrupciones/interrupcion';
import { anInterrupcion } from '../../contracts/interrupciones-contract';
import { disponibilidadApp } from '../../fakes/disponibilidad-app';
import { pagesApp } from '../../fakes/pages-app';

const HOUR = 3_600_000;

function aTown() {
  const record = disponibilidadApp();
  const pages = pagesApp({ more: [record.routes] });
  const get = (path: string) => request(pages.app).get(path).set('Accept', 'text/html');
  return { ...record, ...pages, get };
}

const one = anInterrupcion(0, 75);

describe('the page of the service’s availability', () => {
  it('says that there are none, how else to file, and since when it looks', async () => {
    const { get, latidos, clock } = aTown();
    expect((await get('/disponibilidad')).text).toContain('El registro todavía no ha empezado.');
    await latidos.leave(clock.now(), false);
    const { text } = await get('/disponibilidad');
    expect(text).toContain('No hay interrupciones registradas.');
    expect(text).toContain('El registro empezó el martes, 24 de noviembre de 2026');
    expect(text).toContain('Calle 9 No. 7-69');
  });

  it('lists them in Colombian time with their cause, duration and reason, and not who gave it', async () => {
    const { get, interrupciones } = aTown();
    await interrupciones.record(one);
    const note = { motivo: 'Se fue la <energía>', quien: 'Ana Pérez', en: new Date(0) };
    await interrupciones.annotate(one.id, note);
    const { text } = await get('/disponibilidad');
    expect(text).toContain('martes, 24 de noviembre de 2026, 9:00 a. m.');
    expect(text).toContain('(1 h 15 min)');
    expect(text).toContain('El programa no estaba funcionando.');
    expect(text).toContain('Se fue la &lt;energía>');
    expect(text).not.toContain('Ana Pérez');
  });

  it('tells apart what is announced and has not begun', async () => {
    const { get, interrupciones, clock } = aTown();
    const desde = new Date(clock.now().getTime() + HOUR);
    const id = idDe(desde, 'PROGRAMADA');
    const hasta = new Date(desde.getTime() + HOUR);
    await interrupciones.record({ id, causa: 'PROGRAMADA', desde, hasta, anotaciones: [] });
    const { text } = await get('/disponibilidad');
    expect(text).toContain('Interrupciones anunciadas');
    expect(text).toContain('No hay interrupciones registradas.');
  });

  it('refuses a page that is no instant', async () => {
    const { get } = aTown();
    expect((await get('/disponibilidad?antes=ayer')).status).toBe(400);
    expect((await get('/disponibilidad?antes=0')).status).toBe(200);
  });
});

describe('the certificate of an interruption', () => {
  it('is read, downloaded with its signature, and verified without JavaScript', async () => {
    const { app, get, interrupciones } = aTown();
    await interrupciones.record(one);
    const page = await get(`/disponibilidad/${one.id}`);
    expect(page.text).toContain('PRUEBA – SIN VALIDEZ OFICIAL');
    expect(page.text).toContain('10:15 a. m.');
    const file = await get(`/disponibilidad/${one.id}.json`);
    expect(file.headers['content-disposition']).toContain(`certificado-${one.id}.json`);
    expect(file.body).toMatchObject({ desde: one.desde.toISOString(), causa: 'DETENIDO', clave: 'k1' });
    const verify = (token: string) =>
      request(app).post('/disponibilidad/verificar').type('form').set('Accept', 'text/html').send({ token });
    const token = String(file.body.token);
    const good = await verify(token);
    expect(good.text).toContain('nadie lo ha cambiado');
    expect(good.text).toContain('9:00 a. m.');
    const altered = `${token.slice(0, 30)}${token[30] === 'A' ? 'B' : 'A'}${token.slice(31)}`;
    expect((await verify(altered)).text).toMatch(/fue cambiado|no es de un certificado/);
  });

  it('of one that lasts says that it has not ended', async () => {
    const { get, interrupciones, clock } = aTown();
    const desde = clock.now();
    const id = idDe(desde, 'SIN_ESPACIO');
    await interrupciones.open({
      id,
      causa: 'SIN_ESPACIO',
      desde,
      visto: desde,
      copia: 'una',
      anotaciones: [],
    });
    expect((await get(`/disponibilidad/${id}`)).text).toContain('Todavía no termina');
    expect((await get(`/disponibilidad/${id}.json`)).body.hasta).toBeNull();
  });

  it('answers 404 to one that does not exist and to what is no identification', async () => {
    const { get } = aTown();
    for (const id of ['zzz-detenido', 'x', 'zzz-detenido.pdf', '%00', 'A'.repeat(2000)]) {
      expect((await get(`/disponibilidad/${id}`)).status).toBe(404);
    }
  });
});
