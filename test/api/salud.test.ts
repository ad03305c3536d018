import express from 'express';
import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createSaludRoutes } from '../../api/salud.routes';
import { sana } from '../fakes/memory-revisiones';

type Deps = Parameters<typeof createSaludRoutes>[0];

const healthy: Deps = {
  ajustes: { prueba: true, radicadoPor: 'PROPIO', recepcion: 'STRICT', consecutivos: 'TRES' },
  almacen: 'embedded',
  ping: () => Promise.resolve(),
  contenido: () => 'abc',
  numeracion: () => Promise.resolve('activa'),
  espacio: () => Promise.resolve('normal'),
  revision: () => Promise.resolve(sana()),
};

const asked = (over: Partial<Deps> = {}) =>
  request(express().use(createSaludRoutes({ ...healthy, ...over }))).get('/salud');

describe('/salud', () => {
  it('tells the room and the last check, and nothing of what it found', async () => {
    const hallazgos = [{ clase: 'COLECCION', donde: 'sellos', motivo: 'secreto' }] as const;
    const { status, body } = await asked({
      espacio: () => Promise.resolve('reserva'),
      revision: () => Promise.resolve(sana({ cuantos: 1, hallazgos })),
    });
    expect([status, body]).toEqual([
      200,
      {
        estado: 'listo',
        prueba: true,
        almacen: 'embedded',
        contenido: 'abc',
        numeracion: 'activa',
        espacio: 'reserva',
        revision: { en: '2026-11-24T07:30:00.000Z', sana: false },
      },
    ]);
  });

  it('has no check to tell before the first, or when it cannot be read', async () => {
    for (const revision of [() => Promise.resolve(undefined), () => Promise.reject(new Error('damaged'))]) {
      const { status, body } = await asked({ revision });
      expect([status, (body as { revision: unknown }).revision]).toEqual([200, null]);
    }
  });

  it('tells how WhatsApp is when it is on: working, or the code that stops it', async () => {
    for (const state of ['activo', '190']) {
      expect((await asked({ whatsapp: () => state })).body).toMatchObject({ whatsapp: state });
    }
  });

  it('answers 503 when the store does not answer', async () => {
    const { status, body } = await asked({ ping: () => Promise.reject(new Error('closed')) });
    expect([status, body]).toMatchObject([503, { estado: 'sin-almacen', revision: null }]);
  });
});
