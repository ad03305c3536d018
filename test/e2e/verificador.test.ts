import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { datedKeys } from '../../api/base/sealing/signer';
import { createConstanciaPdf } from '../../api/constancia/constancia-pdf';
import { embedKeys } from '../../api/constancia/verificador/embed-keys';
import type { KeyList } from '../../api/constancia/verificador/key-list';
import { verificadorFile } from '../../api/constancia/verificador/verificador-file';
import { createSigner } from '../../api/base/sealing/signer';
import { valueOf } from '../../api/base/kernel/result';
import { createTerminos } from '../../api/terminos/terminos';
import { loadLegal } from '../../content/load-legal';
import { datedTown } from '../fakes/dated-keys';
import { FULL_CASE } from '../fakes/fake-constancias';
import { ROOT } from '../fakes/pages-app';
import { CONTENT_DIR } from '../fakes/pqrsd-office';
import { realTexts } from '../fakes/real-texts';
import { sampleInclusion } from '../fakes/sample-inclusion';
import { ANEXO, sampleToken, TEXTO } from '../fakes/sample-token';
import { launchBrowser } from './browser';

jest.setTimeout(90_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const before = new Date('2026-11-24T20:00:00Z');
const after = new Date('2026-12-10T20:00:00Z');
const { keys, retired } = datedTown(new Date('2026-01-01T05:00:00Z'), new Date('2026-12-01T05:00:00Z'));
const list: KeyList = { formato: 1, entidad: 'candelaria-valle', claves: datedKeys(keys) };
const other = parseKeys(newKeyFile('PROPIA'));
const token = sampleToken(keys, after);

let browser: Browser;
let folder: string;

/** As the build compiles it. */
function compiled(): string {
  const entry = join(ROOT, 'api/constancia/verificador/verificador.browser.ts');
  const flags = ['--bundle', '--minify', '--format=iife', '--target=es2020', '--log-level=error'];
  return execFileSync(process.execPath, [require.resolve('esbuild/bin/esbuild'), entry, ...flags], {
    encoding: 'utf8',
  });
}

const inFolder = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verificador-'));
  const html = verificadorFile(ROOT, compiled());
  inFolder('sin-claves.html', html);
  inFolder('verificador.html', embedKeys(html, list));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Opens the file from the disk with the network cut; `asked` is what the page tried to ask of it. */
async function open(file = 'verificador.html', look: BrowserContextOptions = {}) {
  const context = await browser.newContext({ offline: true, reducedMotion: 'reduce', ...look });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => request.url().startsWith('file:') || asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && asked.push(message.text()));
  page.on('pageerror', (error) => asked.push(error.message));
  await page.goto(pathToFileURL(join(folder, file)).href);
  return { page, asked, close: () => context.close() };
}

const said = async (page: Page): Promise<string> => {
  await page.waitForSelector('#resultado .veredicto');
  return (await page.textContent('#resultado')) ?? '';
};

async function verdictOf(given: string, file?: string): Promise<string> {
  const { page, asked, close } = await open(file);
  await page.fill('#entrada', given);
  await page.click('#comprobar button');
  const text = await said(page);
  expect(asked).toEqual([]);
  await close();
  return text;
}

const terminos = createTerminos(valueOf(loadLegal(CONTENT_DIR)));
const { prueba } = valueOf(terminos.vencimiento({ recibidoEn: before, tipo: 'RECLAMO', politica: 'STRICT' }));
const changeLetter = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
const LETTERED = changeLetter(token, token.length - 40);

describe('the verifier opened from a disk, without network', () => {
  it.each([
    ['a good code', token, /^VÁLIDA.*2026-E-000123/],
    ['a code of an old key, at its date', sampleToken(retired, before), /^VÁLIDA/],
    ['an address of a QR', `https://x.gov.co/verificar#${token}`, /^VÁLIDA/],
    ['one letter changed', LETTERED, /^NO VÁLIDA.*no es auténtico/],
    ['a retired key after its date', sampleToken(retired, after), /^NO VÁLIDA.*ya estaba retirada/],
    ['an unknown key', sampleToken(other, after), /^NO SE PUEDE COMPROBAR.*no está en la lista/],
    ['a proof of a date', JSON.stringify(prueba), /^VÁLIDA.*16 de diciembre de 2026/],
    ['an altered proof of a date', JSON.stringify({ ...prueba, resultado: '2026-12-17' }), /^NO VÁLIDA/],
    [
      'a proof of a seal',
      JSON.stringify(sampleInclusion(5, 2, keys, after).prueba),
      /^VÁLIDA.*2026-E-000003/,
    ],
    [
      'a seal out of the dates of its key',
      JSON.stringify(sampleInclusion(5, 2, keys, before).prueba),
      /^NO VÁLIDA.*no estaba vigente/,
    ],
    ['something else', 'hola', /^NO SE PUEDE COMPROBAR/],
  ])('says of %s what it is', async (_, given, expected) => {
    expect(await verdictOf(given)).toMatch(expected);
  });

  it('says PRUEBA of what was made in a rehearsal', async () => {
    expect(await verdictOf(token)).toContain('PRUEBA – SIN VALIDEZ OFICIAL');
  });

  it('reads the code inside the PDF of a constancia, and compares the text and the files', async () => {
    const draw = createConstanciaPdf({
      texts: realTexts('constancia', 'terminos', 'web'),
      entidad: { codigo: 'c', nombre: 'Alcaldía', municipio: 'C', departamento: 'V' },
      publicUrl: 'https://x.gov.co',
      signer: createSigner(keys),
    });
    const pdf = inFolder('constancia.pdf', await draw({ ...FULL_CASE, radicadoEn: after }, {}));
    const { page, asked, close } = await open();
    await page.setInputFiles('#archivo', pdf);
    expect(await said(page)).toMatch(/^VÁLIDA.*2026-E-000001/);
    await page.fill('#entrada', token);
    await page.click('#comprobar button');
    await page.getByText('2026-E-000123').waitFor();
    await page.fill('#cotejo-texto', TEXTO);
    await page.click('#cotejo-comparar');
    await page.getByText('El texto es el mismo que se radicó.').waitFor();
    const [good, bad] = [inFolder('carta.txt', ANEXO), inFolder('otra.txt', `${ANEXO}.`)];
    await page.setInputFiles('#cotejo-archivos', [good, bad]);
    await page.getByText('carta.txt: Es uno de los archivos radicados.').waitFor();
    await page.getByText('otra.txt: No es ninguno de los archivos radicados.').waitFor();
    expect(asked).toEqual([]);
    await close();
  });

  it('without keys asks for a list, and uses the one that is loaded', async () => {
    const { page, close } = await open('sin-claves.html');
    await page.getByText('Este archivo no trae claves.').waitFor();
    await page.fill('#entrada', token);
    await page.click('#comprobar button');
    expect(await said(page)).toMatch(/^NO SE PUEDE COMPROBAR/);
    await page.click('summary');
    await page.fill('#lista-texto', '{"claves":[]}');
    await page.click('#lista-usar');
    await page.getByText('Eso no es una lista de claves.').waitFor();
    await page.fill('#lista-texto', JSON.stringify(list));
    await page.click('#lista-usar');
    await page.getByText('Lista cargada: 2.').waitFor();
    await page.click('#comprobar button');
    await page.waitForSelector('[data-veredicto=VALIDA]');
    await close();
  });

  it('shows its keys with their dates', async () => {
    const { page, close } = await open();
    const rows = await page.$$eval('#lista tbody tr', (all) => all.map((row) => row.textContent));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('1 de diciembre de 2026');
    expect(rows[1]).toContain('en uso');
    await close();
  });

  it('runs nothing but its own script, whatever is put in the page', async () => {
    const { page, close } = await open();
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "otro"';
      document.body.append(script);
      return document.title;
    });
    expect(ran).not.toBe('otro');
    await close();
  });

  it('is used with the keyboard alone, and moves the focus to the result', async () => {
    const { page, close } = await open();
    await page.keyboard.press('Tab');
    await page.keyboard.insertText(token);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await said(page)).toMatch(/^VÁLIDA/);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('resultado');
    await close();
  });

  it.each([
    [1280, 'light'],
    [320, 'dark'],
  ] as const)('at %d px, %s: axe finds nothing and nothing overflows', async (width, colorScheme) => {
    const { page, close } = await open('verificador.html', {
      viewport: { width, height: 800 },
      colorScheme,
      // axe is put in the page, which the page's policy refuses.
      bypassCSP: true,
    });
    await page.click('summary');
    for (const given of [token, 'hola', LETTERED]) {
      await page.fill('#entrada', given);
      await page.click('#comprobar button');
      await said(page);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() =>
        (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      const overflow = () => document.documentElement.scrollWidth - innerWidth;
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
    }
    await close();
  });
});

describe('the file of the verifier', () => {
  it('is one, names no other place and weighs little', () => {
    const html = readFileSync(join(folder, 'verificador.html'), 'utf8');
    expect(html).not.toMatch(/\b(src|href)=/);
    expect(html).toContain("default-src 'none'");
    expect(html.length).toBeLessThan(60_000);
  });
});
