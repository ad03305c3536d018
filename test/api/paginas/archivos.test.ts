import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createArchivosEnDisco } from '../../../api/contenido/archivos-en-disco';
import { contentWith } from '../../fakes/content-with-files';
import { pagesApp } from '../../fakes/pages-app';

const PDF = Buffer.from(`%PDF-1.7\n${'x'.repeat(2_500)}`);
const FORMATO = { nombre: 'formato.pdf', titulo: 'Formato de pago', bytes: PDF };
const content = contentWith([FORMATO]);

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'content-'));
  mkdirSync(join(dir, 'archivos'));
  put('formato.pdf', PDF);
  put('otro.pdf', PDF);
});
afterEach(() => rmSync(dir, { recursive: true }));
const put = (nombre: string, bytes: Buffer) => writeFileSync(join(dir, 'archivos', nombre), bytes);
const open = () =>
  pagesApp({ withFiles: { content, archivoEnDisco: createArchivosEnDisco(dir).pathOf } }).app;

describe('the files that a trámite gives', () => {
  it('are on its page with what they are and how much they take', async () => {
    const { text } = await request(open()).get('/tramites/impuesto-predial');
    expect(text).toContain('<a href="/archivos/formato.pdf">Formato de pago (PDF, 3 kB)</a>');
    expect((await request(open()).get('/tramites/sisben')).text).not.toContain('/archivos/');
  });

  it('are given to be kept, as what they are, and once to whoever has them', async () => {
    const app = open();
    const first = await request(app).get('/archivos/formato.pdf').responseType('blob');
    expect(first.body).toEqual(PDF);
    expect(first.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment; filename=formato.pdf',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
    const again = await request(app)
      .get('/archivos/formato.pdf')
      .set('If-None-Match', String(first.headers['etag']));
    expect(again.status).toBe(304);
  });

  it('are given in parts, as whoever was cut off asks', async () => {
    const part = await request(open()).get('/archivos/formato.pdf').set('Range', 'bytes=0-3');
    expect([part.status, part.headers['content-range']]).toEqual([206, `bytes 0-3/${PDF.length}`]);
  });

  it.each(['otro.pdf', 'README.md', '..%2fentidad.yaml', '%2e%2e%2fentidad.yaml'])(
    'are no others: «%s» is not found',
    async (nombre) => {
      expect((await request(open()).get(`/archivos/${nombre}`)).status).toBe(404);
    },
  );

  it('are not given while another is in their place, nor when they are gone', async () => {
    const app = open();
    expect((await request(app).get('/archivos/formato.pdf')).status).toBe(200);
    put('formato.pdf', Buffer.from('%PDF-1.7 otra cosa'));
    expect((await request(app).get('/archivos/formato.pdf')).status).toBe(404);
    rmSync(join(dir, 'archivos', 'formato.pdf'));
    expect((await request(app).get('/archivos/formato.pdf')).status).toBe(404);
    put('formato.pdf', PDF);
    expect((await request(app).get('/archivos/formato.pdf')).status).toBe(200);
  });
});

describe('the bytes of a file', () => {
  it('are those that the content names, or none', async () => {
    const { open: read } = createArchivosEnDisco(dir);
    const [archivo] = content.archivos;
    expect(await read(archivo!)).toEqual(PDF);
    expect(await read({ nombre: 'formato.pdf', sha256: 'otra' })).toBeUndefined();
    expect(await read({ ...archivo!, nombre: 'no-hay.pdf' })).toBeUndefined();
  });
});
