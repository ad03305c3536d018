import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { docx, photo } from '../fakes/sample-files';
import { opus } from '../fakes/sample-recordings';
import { launchBrowser } from './browser';
import { Product, until } from './product';

jest.setTimeout(180_000);

const ROOT = join(__dirname, '../..');
const CODE = /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}/;
const NUMBER = /20\d\d-E-\d{6}/;
const DUE = /a más tardar el ([^.]+\d{4})\./;

let product: Product;
let browser: Browser;
let folder: string;
const files = { foto: '', otra: '', carta: '', falso: '', nota: '' };

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launchBrowser()]);
  folder = mkdtempSync(join(tmpdir(), 'archivos-'));
  const put = (name: string, content: Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  files.foto = put('foto de Rosalba.jpg', await photo('jpeg'));
  files.otra = put('otra.png', await photo('png'));
  files.carta = put('carta.docx', await docx());
  files.falso = put('programa.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(3_000, 7)]));
  files.nota = put('nota.ogg', opus());
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

/** Whether a content is kept, sealed, under its SHA-256. */
const isKept = (hash: string): boolean =>
  existsSync(join(product.dataDir, 'anexos', hash.slice(0, 2), hash.slice(2)));

const admin = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(ROOT, 'api/run.mjs'), 'admin', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: product.dataDir, PORT: String(product.port), PUBLIC_URL: product.url },
  });

const replies = (page: Page) => page.getByRole('log').getByRole('listitem').filter({ hasText: 'Asistente:' });

/** Sends what is written, with the files chosen before, and gives the answer. */
async function say(page: Page, text: string): Promise<string> {
  const before = await replies(page).count();
  await page.getByLabel('Escriba su mensaje').fill(text);
  await page.keyboard.press('Enter');
  await replies(page).nth(before).waitFor();
  return (await replies(page).last().textContent()) ?? '';
}

async function sayAll(page: Page, ...texts: readonly string[]): Promise<string> {
  let said = '';
  for (const text of texts) said = await say(page, text);
  return said;
}

async function attach(page: Page, ...paths: readonly string[]): Promise<void> {
  await page.locator('candelaria-chat input[type=file][multiple]').setInputFiles(paths);
  const rows = page.locator('candelaria-chat .adjuntos li');
  await rows.nth(paths.length - 1).waitFor();
  await until('the files are up', async () =>
    (await page.locator('candelaria-chat .adjuntos li[data-estado=subiendo]').count()) === 0
      ? true
      : undefined,
  );
}

async function openChat(): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true, locale: 'es-CO' })).newPage();
  await page.goto(`${product.url}/chat`);
  await replies(page).first().waitFor();
  return page;
}

const keysIn = (acuse: string) => ({
  numero: NUMBER.exec(acuse)?.[0] ?? '',
  codigo: CODE.exec(acuse)?.[0] ?? '',
});

type Keys = ReturnType<typeof keysIn>;

const main = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? '';

/** Looks for the case from a browser that never was in the chat. */
async function openCase({ numero, codigo }: Keys): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'es-CO' })).newPage();
  await page.goto(`${product.url}/seguimiento`);
  await page.locator('[name=numero]').fill(numero);
  await page.locator('[name=codigo]').fill(codigo);
  await page.locator('main form button').first().click();
  await page.getByRole('heading', { name: `Caso ${numero}` }).waitFor();
  return page;
}

async function addByBox(page: Page, texto: string, ...paths: readonly string[]): Promise<string> {
  await page.locator('main textarea').fill(texto);
  await page.locator('main input[type=file]').setInputFiles(paths);
  await page.getByRole('button', { name: 'Agregar al caso' }).click();
  await page.getByRole('status').getByText('Agregamos su mensaje al caso').waitFor();
  return main(page);
}

async function constancia(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Ver la constancia en pantalla' }).click();
  await page.getByRole('heading', { name: 'Constancia de radicación' }).waitFor();
  return main(page);
}

describe('a citizen with files', () => {
  it('brings a photo and a letter, is told what could not be received, and adds to the case; the term stays', async () => {
    const chat = await openChat();
    await say(chat, 'la lampara de la esquina lleva una semana apagada');
    await attach(chat, files.foto, files.carta, files.falso);
    const told = await say(chat, '');
    expect(told).toContain('No pudimos recibir «programa.pdf»');
    expect(told).toContain('Recibimos sus archivos. Lleva: 2.');
    const named = ['con mi nombre', 'Ana Lucía Ñáñez', 'seguir sin documento', 'ana@ejemplo.co'];
    const acuse = await sayAll(chat, 'si', 'calle 5 con 4, villagorgona', ...named, 'enviar');
    const due = DUE.exec(acuse)?.[1] ?? 'no date';

    for (const file of [files.foto, files.carta]) expect(isKept(sha256(file))).toBe(true);
    expect(isKept(sha256(files.falso))).toBe(false);

    expect(await say(chat, 'mis casos')).toContain('Estado: Recibida');
    await say(chat, 'agregar algo');
    await attach(chat, files.otra);
    expect(await say(chat, '')).toContain('Lo agregamos al caso');

    const caso = await openCase(keysIn(acuse));
    const after = await addByBox(caso, 'Ya se cayó el poste', files.otra);
    expect(after.match(/Archivos: otra\.png/g)).toHaveLength(2);
    expect(DUE.exec(after)?.[1]).toBe(due);
    const page = await constancia(caso);
    for (const file of [files.foto, files.carta]) expect(page).toContain(sha256(file));
    expect(page).toMatch(/no se recibieron: 1.*programa\.pdf.*no es lo que dice su nombre/s);
    expect(DUE.exec(page)?.[1]).toBe(due);
  });
});

describe('a person without a name, with files', () => {
  it('is warned, leaves no original behind, answers the office in the box and finds the notice', async () => {
    const chat = await openChat();
    await say(chat, 'quiero denunciar que botan escombros en el rio frente al parque');
    // Not the same photo as before: this one nobody else brought.
    const own = join(folder, 'mia.webp');
    writeFileSync(own, await photo('webp'));
    await attach(chat, own, files.nota);
    await say(chat, '');
    await sayAll(chat, 'si', 'seguir sin decirlo');
    const warned = await sayAll(chat, 'seguir sin lugar', 'anonima, sin nombre');
    expect(warned).toContain('Si lo pierde, no se recupera');
    expect(await say(chat, 'sí, anónima')).toContain('Una voz se reconoce');
    const acuse = await sayAll(chat, 'enviarla con mi voz', 'enviar');
    const keys = keysIn(acuse);
    expect(await sayAll(chat, 'mis casos')).not.toContain(`Caso ${keys.numero}`);

    admin('preguntar', keys.numero, '--quien', 'Luis Pérez', '--texto', '¿En qué sitio del río?');
    const caso = await openCase(keys);
    expect(await main(caso)).toMatch(/espera que usted conteste.*¿En qué sitio del río\?/s);
    const after = await addByBox(caso, 'Junto al puente', files.carta);
    expect(after).toContain('archivo-1.docx');
    expect(after).not.toContain('espera que usted conteste');

    const texto = join(folder, 'aviso.txt');
    writeFileSync(texto, 'La Alcaldía visitó el sitio y ordenó limpiarlo.');
    const what = ['--titulo', 'Respuesta a una denuncia', '--archivo', texto, '--radicado', keys.numero];
    admin('aviso', 'publicar', ...what, '--desfijar', inTenDays(), '--quien', 'Luis Pérez');
    const again = await openCase(keys);
    await again.getByRole('link', { name: 'Aviso 1, publicado' }).click();
    expect(await main(again)).toContain('ordenó limpiarlo');
    await again.goto(`${product.url}/avisos`);
    expect(await main(again)).toContain(keys.numero);

    const page = await constancia(await openCase(keys));
    expect(page).toContain('archivo-2.ogg');
    for (const file of [own, files.nota]) expect(page).not.toContain(sha256(file));
    await until('the originals are gone', () =>
      [own, files.nota].some((file) => isKept(sha256(file))) ? undefined : true,
    );
  });
});

/** A local day ten days from now. */
function inTenDays(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Bogota' }).format(
    performance.timeOrigin + performance.now() + 10 * 86_400_000,
  );
}
