import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { confusedWith } from '../../../content/confused-tramites';
import { searchTramites } from '../../../api/paginas/tramites/search-tramites';
import { pagesApp } from '../../fakes/pages-app';

const { app, content } = pagesApp();
const { tramites, texts } = content;
const byId = (id: string) => tramites.find((one) => one.id === id)!;
const get = (path: string) => request(app).get(path);

describe('the catalogue', () => {
  it('has more than thirty trámites, each under its subject', async () => {
    expect(tramites.length).toBeGreaterThanOrEqual(30);
    const { text } = await get('/tramites');
    expect(text).toContain(texts('comparar.tema.CONSTRUCCION'));
    for (const { id } of tramites) expect(text).toContain(`href="/tramites/${id}"`);
  });

  it.each([
    ['sertificado de recidencia', 'certificado-residencia'],
    ['lisencia de construcsion', 'licencia-construccion'],
    ['cisben', 'sisben'],
    ['ESTRATIFICASIÓN', 'estratificacion'],
    ['balorizacion', 'paz-y-salvo-valorizacion'],
  ])('finds «%s» though it is misspelt', (search, id) => {
    expect(searchTramites(tramites, search).map((one) => one.id)).toContain(id);
  });

  it('finds nothing in what resembles nothing', () => {
    expect(searchTramites(tramites, 'xyzzy')).toEqual([]);
  });
});

describe('trámites taken for one another', () => {
  it('are told from both sides with the same difference', () => {
    for (const one of tramites)
      for (const { otro, diferencia } of confusedWith(one, tramites))
        expect(confusedWith(otro, tramites)).toContainEqual({ otro: one, diferencia });
  });

  it('are linked from their page and compared side by side', async () => {
    const path = '/tramites/comparar?a=ica-inscripcion&b=ica-cancelacion';
    expect((await get('/tramites/ica-inscripcion')).text).toContain(path.replace('&', '&amp;'));
    const { text, status } = await get(path);
    expect(status).toBe(200);
    expect(text).toContain(byId('ica-inscripcion').paraQue);
    expect(text).toContain(byId('ica-cancelacion').paraQue);
    expect(text).toContain(texts('comparar.sinConfirmar'));
    for (const { texto } of byId('ica-inscripcion').requisitos) expect(text).not.toContain(texto);
  });

  it.each(['a=sisben', 'a=sisben&b=sisben', 'a=sisben&b=volar', 'a[]=1&b=2'])(
    'are two that exist: %s',
    async (query) => {
      expect((await get(`/tramites/comparar?${query}`)).status).toBe(404);
    },
  );
});
