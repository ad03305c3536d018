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
  identidad: { modo: 'IDENTIFICADO', nombre: 'María Inés Ñáñez', correo: 'maria@example.com' },
  anexos: [],
  recibidoEn: new Date('2026-11-24T09:00:00-05:00'),
};

const KEYS = { numero: '2026-E-000001', codigo: FAKE_CODE };

async function withCase(solicitud = SOLICITUD) {
  const pages = pagesApp();
  await pages.ventanilla.radicar(solicitud);
  const post = (path: string, fields: object) => request(pages.app).post(path).type('form').send(fields);
  return { ...pages, post };
}

describe('tracking', () => {
  it('shows state, steps and due date in words, and neither name nor text', async () => {
    const { post } = await withCase();
    const { status, text } = await post('/seguimiento', { numero: ' 2026-e-000001 ', codigo: 'k7qmx4tp9w' });
    expect(status).toBe(200);
    expect(text).toContain('Caso 2026-E-000001');
    expect(text).toContain('miércoles, 16 de diciembre de 2026');
    expect(text).toContain('La recibimos y le dimos número');
    expect(text).not.toMatch(/Ñáñez|maria@|lámpara/);
  });

  it('tells an estimate, and no limit, when no norm confirms the term', async () => {
    const { post } = await withCase({ ...SOLICITUD, tipo: 'FELICITACION' });
    const { text } = await post('/seguimiento', KEYS);
    expect(text).toContain('Fecha estimada de respuesta, por confirmar');
    expect(text).not.toContain('Fecha límite de respuesta');
  });

  it('answers a wrong code and a number that does not exist in the same way, keeping what was typed', async () => {
    const { post } = await withCase();
    const wrong = await post('/seguimiento', { ...KEYS, codigo: 'AAAA-AAAA-AA' });
    const none = await post('/seguimiento', { ...KEYS, numero: '2026-E-000002' });
    expect([wrong.status, none.status]).toEqual([404, 404]);
    expect(wrong.text).toContain('value="AAAA-AAAA-AA"');
    expect(none.text).toContain('value="2026-E-000002"');
    const message = 'El número o el código no coinciden';
    expect([wrong.text.includes(message), none.text.includes(message)]).toEqual([true, true]);
  });

  it('asks for what is missing beside its field', async () => {
    const { post } = await withCase();
    const { status, text } = await post('/seguimiento', { ...KEYS, codigo: '' });
    expect(status).toBe(400);
    expect(text).toContain('id="campo-codigo-error"');
    expect(text).not.toContain('id="campo-numero-error"');
  });

  it('never has the code in an address: the form is sent by POST and a GET with codes only shows it empty', async () => {
    const { app } = await withCase();
    const { text } = await request(app).get(`/seguimiento?numero=${KEYS.numero}&codigo=${KEYS.codigo}`);
    expect(text).toContain('<form method="post" action="/seguimiento"');
    expect(text).not.toContain(KEYS.codigo);
  });

  it('stops guesses: 30 in ten minutes from one address', async () => {
    const { post, clock } = await withCase();
    for (let guess = 0; guess < 30; guess++) await post('/seguimiento', { ...KEYS, codigo: `X${guess}` });
    expect((await post('/seguimiento', KEYS)).status).toBe(429);
    expect((await post('/constancia', KEYS)).status).toBe(429);
    clock.advance(10 * 60_000 + 1);
    expect((await post('/seguimiento', KEYS)).status).toBe(200);
  });

  it('refuses more than number and code', async () => {
    const { post } = await withCase();
    expect((await post('/seguimiento', { ...KEYS, modo: 'x' })).status).toBe(400);
  });
});

describe('the constancia', () => {
  it('is downloaded with number and code, under the name of its case, and is not cached', async () => {
    const { post } = await withCase();
    const { status, headers, body } = await post('/constancia', KEYS);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toBe('attachment; filename=constancia-2026-E-000001.pdf');
    expect(headers['cache-control']).toBe('no-store');
    expect(Buffer.from(body as Buffer).toString()).toMatch(/^%PDF/);
  });

  it('is not given with a wrong code', async () => {
    const { post } = await withCase();
    const { status, text } = await post('/constancia', { ...KEYS, codigo: 'AAAA-AAAA-AA' });
    expect(status).toBe(404);
    expect(text).toContain('El número o el código no coinciden');
  });
});
