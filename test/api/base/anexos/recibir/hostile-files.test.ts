import { describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import { examine } from '../../../../../api/base/anexos/recibir/examine';
import {
  hugePng,
  lyingDocx,
  nestedZips,
  overlappingDocx,
  swollenDocx,
  swollenPdf,
} from '../../../../fakes/bombs';
import { docx, odf, pdf, photo, xlsx } from '../../../../fakes/sample-files';
import { mp4 } from '../../../../fakes/sample-recordings';

const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4_000, 0x90)]);
const text = (content: string): Buffer => Buffer.from(content);

type Case = readonly [what: string, nombre: string, make: () => Promise<Uint8Array> | Uint8Array];

const motivo = async (bytes: Uint8Array, nombre: string): Promise<string> => {
  const examined = await examine(bytes, nombre);
  return examined.ok ? `received as ${examined.tipo}` : examined.motivo;
};

describe('what is not received', () => {
  const DISGUISED: readonly Case[] = [
    ['a program', 'factura.pdf', () => EXE],
    ['a page', 'foto.jpg', () => text('<!DOCTYPE html><script>alert(1)</script>')],
    ['a drawing that runs scripts', 'foto.png', () => text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a text', 'carta.pdf', () => text('soy un texto')],
    ['a program of a phone', 'carta.docx', () => text('\u007fELF\u0002\u0001')],
    ['a zip of zips of zips of nothing', '42.docx', () => nestedZips(3, 6)],
  ];
  it.each(DISGUISED)('%s named %s is told apart as disguised', async (_what, nombre, make) => {
    expect(await motivo(await make(), nombre)).toBe('TIPO_NO_COINCIDE');
  });

  const NOT_ADMITTED: readonly Case[] = [
    ['a program', 'juego.exe', () => EXE],
    ['a page', 'pagina.html', () => text('<html></html>')],
    ['a drawing that runs scripts', 'dibujo.svg', () => text('\ufeff<?xml version="1.0"?><svg/>')],
    ['a script', 'corre.bat', () => text('del *.*')],
    ['bytes of nothing known', 'datos', () => Buffer.from([1, 2, 3, 0, 255])],
    ['a zip', 'fotos.zip', () => nestedZips(0, 0)],
    ['a text with a script inside', 'nota.text', () => text('hola <script>alert(1)</script>')],
  ];
  it.each(NOT_ADMITTED)('%s named %s is of no kind that is received', async (_what, nombre, make) => {
    expect(await motivo(await make(), nombre)).toBe('TIPO_NO_ADMITIDO');
  });

  const SUSPICIOUS: readonly Case[] = [
    ['a letter that swells to 300 MB', 'carta.docx', () => swollenDocx(300)],
    ['a letter that swells a thousand times', 'carta.docx', () => swollenDocx(64)],
    ['a letter with the same bytes many times', 'carta.docx', () => overlappingDocx(100)],
    ['an image of 50,000 by 50,000', 'foto.png', () => hugePng(50_000)],
    [
      'a letter with an image of 50,000 by 50,000',
      'carta.docx',
      () => docx({ 'word/media/i.png': hugePng(50_000) }),
    ],
    ['a PDF whose page swells to 300 MB', 'carta.pdf', () => swollenPdf('', 300)],
    ['a PDF whose objects swell to 100 MB', 'carta.pdf', () => swollenPdf('/Type/ObjStm/N 1/First 4', 100)],
    ['a PDF that writes that otherwise', 'carta.pdf', () => swollenPdf('/Type/Obj#53tm/N 1/First 4', 100)],
    ['a letter with macros', 'carta.docx', () => docx({ 'word/vbaProject.bin': strToU8('x') })],
    ['accounts with macros', 'cuentas.xlsx', () => xlsx({ 'xl/vbaProject.bin': strToU8('x') })],
    ['a text with macros', 'carta.odt', () => odf('text', { 'Basic/Standard/Module1.xml': strToU8('<x/>') })],
    ['an old letter with macros', 'carta.doc', () => ole('WordDocument', '_VBA_PROJECT')],
  ];
  it.each(SUSPICIOUS)('%s is suspicious', async (_what, nombre, make) => {
    expect(await motivo(await make(), nombre)).toBe('SOSPECHOSO');
  });

  const DAMAGED: readonly Case[] = [
    ['a photograph cut by half', 'foto.jpg', async () => (await photo('jpeg')).subarray(0, 300)],
    ['a letter cut by half', 'carta.docx', async () => (await docx()).subarray(0, 900)],
    ['a letter that lies about its size', 'carta.docx', () => lyingDocx(8)],
  ];
  it.each(DAMAGED)('%s is damaged', async (_what, nombre, make) => {
    expect(await motivo(await make(), nombre)).toBe('DANADO');
  });
});

describe('what is received without a derivative', () => {
  const RECEIVED: readonly Case[] = [
    ['an old letter', 'carta.doc', () => ole('WordDocument')],
    ['an old spreadsheet', 'cuentas.xls', () => ole('Workbook')],
    [
      'a letter with something inside that nobody knows',
      'carta.docx',
      () => docx({ 'word/embeddings/o.bin': strToU8('x') }),
    ],
    ['a PDF with a password', 'carta.pdf', async () => encrypted(await pdf())],
    ['a PDF that no library reads', 'carta.pdf', () => text('%PDF-1.7\nno soy nada más\n%%EOF')],
    ['a photograph of an iPhone', 'IMG_1.HEIC', () => text('\0\0\0\u0018ftypheic\0\0\0\0mif1heic')],
    ['a video with a track of places', 'video.mp4', () => mp4('isom', 'vide', 'meta')],
  ];
  it.each(RECEIVED)('%s', async (_what, nombre, make) => {
    const examined = await examine(await make(), nombre);
    expect(examined).toMatchObject({ ok: true });
    expect(examined).not.toHaveProperty('vista');
  });
});

/** A container of old office files with the names of these streams in its directory. */
function ole(...streams: readonly string[]): Buffer {
  const header = Buffer.alloc(512);
  header.write('d0cf11e0a1b11ae1', 'hex');
  const names = streams.map((name) => Buffer.concat([Buffer.from(`${name}\0`, 'utf16le'), Buffer.alloc(64)]));
  return Buffer.concat([header, ...names, Buffer.alloc(512)]);
}

const encrypted = (bytes: Buffer): Buffer =>
  Buffer.from(
    bytes
      .toString('latin1')
      .replace(/trailer\s*<</, 'trailer\n<</Encrypt <</Filter/Standard/V 1/R 2/O(x)/U(x)/P -4>> '),
    'latin1',
  );
