import { beforeEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { createResponder } from '../../../../api/base/http/responder';
import { publicPart, type SelloPublico } from '../../../../api/comunicaciones/sello/sello';
import { createSelloRoutes } from '../../../../api/comunicaciones/sello/sello.routes';
import { verifySealChain } from '../../../../api/comunicaciones/sello/verify-seal-chain';
import { realTexts } from '../../../fakes/real-texts';
import { sealDay, testKeys, type SealDay } from '../../../fakes/seal-day';

const DAY = 24 * 3_600_000;
const texts = realTexts('sello', 'fallas');

describe('the public feed of seals', () => {
  let day: SealDay;
  beforeEach(() => {
    day = sealDay();
  });

  async function days(count: number): Promise<void> {
    day.porSellar.touch(1);
    for (let each = 0; each < count; each++) {
      await day.sweep();
      day.clock.advance(DAY);
    }
  }
  const get = (path: string) =>
    request(
      express().use(
        createSelloRoutes({
          sellos: day.sellos,
          texts: () => texts,
          responder: createResponder(
            () => texts,
            () => '',
          ),
          publicUrl: 'https://x.example.org',
          libro: () => 'OFICIAL',
        }),
      ),
    ).get(path);

  it('is enough to verify the chain, newest first', async () => {
    await days(3);
    const { body } = await get('/sellos.json').expect(200);
    const seals = (body.sellos as (SelloPublico & { selladoEn: string })[])
      .map((sello) => ({ ...sello, selladoEn: new Date(sello.selladoEn) }))
      .toReversed();
    expect(seals.map(publicPart)).toEqual(day.sellos.all.map(publicPart));
    expect(verifySealChain(seals, testKeys)).toEqual({ ok: true, value: 3 });
  });

  it('names no case, in any form', async () => {
    await days(1);
    for (const path of ['/sellos.json', '/sellos']) {
      expect((await get(path).expect(200)).text).not.toContain('2026-E-');
    }
  });

  it('shows that the witness was told, or why not', async () => {
    day.town.destino = undefined;
    await days(1);
    const { body } = await get('/sellos.json').expect(200);
    expect(body.sellos[0]).toMatchObject({ envio: 'PENDIENTE_DECISION' });
    expect(body.sellos[0].envioExplicacion).toContain('Falta decidir');
  });

  it('leads to the older ones, a hundred at a time', async () => {
    await days(102);
    const { body } = await get('/sellos.json').expect(200);
    expect(body.sellos).toHaveLength(100);
    const next = new URL(body.siguiente);
    const older = await get(next.pathname + next.search).expect(200);
    expect(older.body.sellos.map(({ n }: SelloPublico) => n)).toEqual([2, 1]);
    expect(older.body.siguiente).toBeUndefined();
  });

  it('says PRUEBA for the seals of the rehearsal', async () => {
    day.porSellar.touch(1, 'PRUEBA');
    await day.sweep();
    expect((await get('/sellos.json?libro=PRUEBA')).body.aviso).toBe('PRUEBA – SIN VALIDEZ OFICIAL');
    expect((await get('/sellos?libro=PRUEBA')).text).toContain('PRUEBA – SIN VALIDEZ OFICIAL');
    expect((await get('/sellos.json')).body.sellos).toEqual([]);
  });

  it('is Atom for readers, or JSON when that is asked for', async () => {
    await days(2);
    const atom = await get('/sellos')
      .expect(200)
      .expect('Content-Type', /application\/atom\+xml/);
    expect(atom.text.match(/<entry>/g)).toHaveLength(2);
    expect(atom.text).toContain(day.sellos.all[1]?.raiz);
    expect(atom.text).toContain('<id>https://x.example.org/sellos?libro=OFICIAL&amp;hasta=2</id>');
    await get('/sellos').set('Accept', 'application/json').expect('Content-Type', /json/);
  });

  it('is a valid feed before the first seal', async () => {
    expect((await get('/sellos').expect(200)).text).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  });

  it.each(['?hasta=0', '?hasta=x', '?libro=OTRO', '?libro=OFICIAL&libro=PRUEBA'])(
    'refuses %s',
    async (query) => {
      await get(`/sellos.json${query}`).expect(400);
    },
  );
});
