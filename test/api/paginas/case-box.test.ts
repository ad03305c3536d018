import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { Solicitud } from '../../../api/base/kernel/solicitud';
import { FAKE_CODE } from '../../fakes/fake-ventanilla';
import { pagesApp } from '../../fakes/pages-app';

const SOLICITUD: Solicitud = {
  clave: 'una',
  canal: 'FORMULARIO',
  texto: 'La lámpara no prende',
  tipo: 'RECLAMO',
  identidad: { modo: 'ANONIMO' },
  anexos: [],
  recibidoEn: new Date('2026-11-24T09:00:00-05:00'),
};

const KEYS = { numero: '2026-E-000001', codigo: FAKE_CODE };

async function withCase() {
  const pages = pagesApp();
  await pages.ventanilla.radicar(SOLICITUD);
  const see = () => request(pages.app).post('/seguimiento').type('form').send(KEYS);
  const add = (mensaje: string, clave = 'clave-0001', keys = KEYS) =>
    request(pages.app)
      .post('/seguimiento/mensaje')
      .field('numero', keys.numero)
      .field('codigo', keys.codigo)
      .field('clave', clave)
      .field('mensaje', mensaje);
  return { ...pages, see, add };
}

describe('the box of a case', () => {
  it('shows what the office asked and adds what the person answers, with its files', async () => {
    const { ventanilla, see, add } = await withCase();
    ventanilla.pregunta('2026-E-000001', '¿En qué <cuadra>?');
    const before = (await see()).text;
    expect(before).toContain('¿En qué &lt;cuadra>?');
    expect(before).toContain('espera que usted conteste');
    const { status, text } = await add('En la <b>tercera</b>').attach(
      'archivos',
      Buffer.from('x'),
      'poste.jpg',
    );
    expect(status).toBe(200);
    expect(text).toContain('La fecha de respuesta no cambió');
    expect(text).toContain('En la &lt;b>tercera&lt;/b>');
    expect(text).toContain('Archivos: poste.jpg');
    expect(text).not.toContain('espera que usted conteste');
  });

  it('adds once when the page is sent again, and gives each form a key of its own', async () => {
    const { ventanilla, see, add } = await withCase();
    await add('Sigue apagada');
    expect((await add('Sigue apagada')).status).toBe(200);
    expect(ventanilla.adiciones).toHaveLength(1);
    const keyIn = (text: string) => /name="clave" value="([\w-]+)"/.exec(text)?.[1];
    const [first, second] = [keyIn((await see()).text), keyIn((await see()).text)];
    expect(first).toBeDefined();
    expect(first).not.toBe(second);
  });

  it('keeps another text sent from the same form, and says so', async () => {
    const { ventanilla, add } = await withCase();
    await add('Sigue apagada');
    const { status, text } = await add('Ya la arreglaron');
    expect(status).toBe(422);
    expect(text).toContain('Ya la arreglaron</textarea>');
    expect(text).not.toContain('value="clave-0001"');
    expect(ventanilla.adiciones).toHaveLength(1);
  });

  it('says which file was not received and why, and adds the rest', async () => {
    const { ventanilla, add } = await withCase();
    const sent = add('Ahí va');
    for (let i = 0; i < 11; i++) sent.attach('archivos', Buffer.from(`${i}`), `${i}.jpg`);
    await sent;
    const [added] = ventanilla.adiciones;
    expect(added?.anexos).toHaveLength(10);
    expect(added?.noRecibidos).toEqual([{ nombre: '10.jpg', motivo: 'DEMASIADOS' }]);
  });

  it('is open to nobody without the code: neither words nor files are kept', async () => {
    const { ventanilla, add } = await withCase();
    const wrong = { ...KEYS, codigo: 'AAAA-AAAA-AA' };
    const sent = await add('x', 'clave-0001', wrong).attach('archivos', Buffer.from('x'), 'a.jpg');
    expect(sent.status).toBe(404);
    expect(sent.text).toContain('El número o el código no coinciden');
    expect(ventanilla.adiciones).toEqual([]);
  });

  it('counts a wrong code like any other guess, and bounds how much is sent', async () => {
    const { see, add } = await withCase();
    for (let i = 0; i < 20; i++) await add(`m${i}`, `clave-${1000 + i}`);
    expect((await add('otro', 'clave-2000')).status).toBe(429);
    for (let i = 0; i < 10; i++) await see();
    expect((await see()).status).toBe(429);
  });

  it('needs its form: no key, no addition', async () => {
    const { app, ventanilla } = await withCase();
    const sent = await request(app)
      .post('/seguimiento/mensaje')
      .field('numero', KEYS.numero)
      .field('codigo', KEYS.codigo)
      .field('mensaje', 'x');
    expect(sent.status).toBe(400);
    const urlencoded = await request(app).post('/seguimiento/mensaje').type('form').send(KEYS);
    expect(urlencoded.status).toBe(415);
    expect(ventanilla.adiciones).toEqual([]);
  });

  it('warns who is anonymous, and tells that the date does not move', async () => {
    const { see } = await withCase();
    const { text } = await see();
    expect(text).toContain('Este caso es anónimo');
    expect(text).toContain('no cambia la fecha de respuesta');
    expect(text).not.toContain(`?codigo`);
  });
});
