import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { archivoInWords } from '../../content/archivos';
import { tellArchivo } from '../../content/archivo-kinds';
import { hashFiles, readContentFiles } from '../../content/content-files';
import { contentWith, describedAs, PREDIAL, predialWith } from '../fakes/content-with-files';
import { docx, pdf, photo, pptx, xlsx } from '../fakes/sample-files';
import { aac, mp3, opus, wav } from '../fakes/sample-recordings';
import { faultsWith } from './product-files';

const PDF = Buffer.from('%PDF-1.7\n');
const faultsOf = (nombre: string, described: string | undefined, titulo = 'Formato') =>
  faultsWith({
    [`archivos/${nombre}`]: described,
    [PREDIAL]: predialWith([{ archivo: nombre, titulo }]),
  });
const big = (tipo: string, bytes: number) => JSON.stringify({ tipo, bytes, sha256: '0' });

describe('what a file is', () => {
  it('is told by its content, when it can be sent', async () => {
    expect([await pdf(), await photo('jpeg'), await photo('png'), opus(), mp3()].map(tellArchivo)).toEqual([
      'application/pdf',
      'image/jpeg',
      'image/png',
      'audio/ogg',
      'audio/mpeg',
    ]);
    expect(tellArchivo(await docx())).toContain('wordprocessingml');
    expect(tellArchivo(xlsx())).toContain('spreadsheetml');
  });

  it('is nothing when WhatsApp does not take it, or it holds a program', async () => {
    const macros = await docx({ 'word/vbaProject.bin': new Uint8Array(4) });
    const stereo = Buffer.from(opus());
    stereo[stereo.indexOf('OpusHead') + 9] = 2;
    const grey = Buffer.from(await photo('png'));
    grey[25] = 0;
    const odd = [macros, stereo, grey, pptx(), wav(), aac(), await photo('webp'), Buffer.alloc(0)];
    expect(odd.map(tellArchivo)).toEqual(odd.map(() => null));
  });
});

describe('the files of a trámite', () => {
  it('are in the content with what they are, and no other is', () => {
    const content = contentWith([{ nombre: 'formato-x.pdf', titulo: 'Formato', bytes: PDF }]);
    expect(content.archivos).toEqual([
      expect.objectContaining({ nombre: 'formato-x.pdf', tipo: 'application/pdf', bytes: PDF.length }),
    ]);
    expect(content.tramites.filter(({ archivos }) => archivos.length > 0).map(({ id }) => id)).toEqual([
      'impuesto-predial',
    ]);
  });

  it('must exist, be of a kind that can be sent and end as what they are', () => {
    expect(faultsOf('no-hay.pdf', undefined)).toEqual([
      expect.stringMatching(
        /^tramites\/impuesto-predial\.yaml:\d+: no existe content\/archivos\/no-hay\.pdf$/,
      ),
    ]);
    expect(faultsOf('a.pdf', describedAs(Buffer.from('MZ')))).toEqual([
      expect.stringContaining('a.pdf no se puede enviar'),
    ]);
    expect(faultsOf('a.png', describedAs(PDF))).toEqual([expect.stringContaining('es un archivo .pdf')]);
  });

  it.each([
    ['a.pdf', 'application/pdf', 10_000_000, '10 MB'],
    ['a.png', 'image/png', 5_000_000, '5 MB'],
    ['a.ogg', 'audio/ogg', 16_000_000, '16 MB'],
  ])('%s weighs no more than it may', (nombre, tipo, most, words) => {
    expect(faultsOf(nombre, big(tipo, most))).toEqual([]);
    expect(faultsOf(nombre, big(tipo, most + 60_000))).toEqual([
      expect.stringContaining(`y el máximo es ${words}`),
    ]);
  });

  it.each(['../entidad.yaml', 'Formato X.pdf', 'año.pdf', 'sin-terminacion'])(
    'have safe names: «%s» is none',
    (nombre) => {
      const faults = faultsWith({ [PREDIAL]: predialWith([{ archivo: nombre, titulo: 'Formato' }]) });
      expect(faults.join()).toContain('solo minúsculas sin tildes');
    },
  );

  it('have titles that fit where they are chosen, each its own, six at most', () => {
    expect(faultsOf('a.pdf', describedAs(PDF), 'x'.repeat(24))).toEqual([]);
    expect(faultsOf('a.pdf', describedAs(PDF), 'x'.repeat(25)).join()).toContain('24');
    const twice = [1, 2].map((n) => ({ archivo: `a${n}.pdf`, titulo: 'Formato' }));
    const files = { 'archivos/a1.pdf': describedAs(PDF), 'archivos/a2.pdf': describedAs(PDF) };
    expect(faultsWith({ ...files, [PREDIAL]: predialWith(twice) })).toEqual([
      expect.stringContaining('título repetido: Formato'),
    ]);
    const seven = Array.from({ length: 7 }, (_, n) => ({ archivo: 'a1.pdf', titulo: `Formato ${n}` }));
    expect(faultsWith({ ...files, [PREDIAL]: predialWith(seven) }).join()).toContain('6');
  });

  it('are told in words with what they weigh', () => {
    const { texts } = contentWith([]);
    const words = (tipo: string, bytes: number) => archivoInWords({ tipo, bytes }, texts);
    expect(words('application/pdf', 120_400)).toBe('PDF, 120 kB');
    expect(words('image/png', 3)).toBe('imagen, 1 kB');
    expect(words('audio/ogg', 1_449_000)).toBe('audio, 1,4 MB');
    expect(words('audio/ogg', 999_700)).toBe('audio, 1 MB');
  });
});

describe('reading them', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'content-'));
    mkdirSync(join(dir, 'archivos'));
  });
  afterEach(() => rmSync(dir, { recursive: true }));
  const put = (nombre: string, bytes: Buffer | string) => writeFileSync(join(dir, 'archivos', nombre), bytes);

  it('leaves out what explains the folder and what is hidden', () => {
    put('formato.pdf', PDF);
    put('README.md', 'para quien edita');
    put('.DS_Store', 'x');
    expect([...readContentFiles(dir)]).toEqual([['archivos/formato.pdf', describedAs(PDF)]]);
  });

  it('gives another content when a file changes by one byte', () => {
    put('formato.pdf', PDF);
    const before = hashFiles(readContentFiles(dir));
    put('formato.pdf', Buffer.from('%PDF-1.6\n'));
    expect(hashFiles(readContentFiles(dir))).not.toBe(before);
  });
});
