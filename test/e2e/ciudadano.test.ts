import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { Product } from './product';

jest.setTimeout(180_000);

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launchBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const replies = (page: Page) => page.getByRole('log').getByRole('listitem').filter({ hasText: 'Asistente:' });

/** Says something and gives the answer. */
async function say(page: Page, text: string): Promise<string> {
  const before = await replies(page).count();
  await page.getByLabel('Escriba su mensaje').fill(text);
  await page.keyboard.press('Enter');
  await replies(page).nth(before).waitFor();
  return (await replies(page).last().textContent()) ?? '';
}

async function openChat(): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true, locale: 'es-CO' })).newPage();
  await page.goto(`${product.url}/chat`);
  await page.getByLabel('Escriba su mensaje').waitFor();
  await replies(page).first().waitFor();
  return page;
}

const CODE = /[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}/;
const NUMBER = /20\d\d-E-\d{6}/;

async function fillKeys(page: Page, numero: string, codigo: string): Promise<void> {
  await page.locator('[name=numero]').fill(numero);
  await page.locator('[name=codigo]').fill(codigo);
}

describe('a citizen with a browser', () => {
  it('tells the chat of a broken street lamp, is killed in the middle, and holds a radicado that tracks, downloads and verifies', async () => {
    const page = await openChat();
    expect(await say(page, 'la lampara de la esquina lleva una semana apagada')).toContain('Reclamo');
    expect(await say(page, 'si')).toContain('lugar');
    expect(await say(page, 'calle 5 con 4, villagorgona')).toContain('presentar');

    await product.pullThePlug();
    // The conversation goes on at the same step: the answer it waits for is still the one about identity.
    expect(await say(page, 'con mi nombre')).toContain('nombre');
    expect(await say(page, 'Ana Lucía Ñáñez')).toContain('documento');
    await product.killServer();
    expect(await say(page, 'seguir sin documento')).toContain('respond');
    const summary = await say(page, 'ana@ejemplo.co');
    expect(summary).toContain('la lampara de la esquina');
    expect(summary).toContain('Ana Lucía Ñáñez');
    const acuse = await say(page, 'enviar');
    expect(acuse).toContain('PRUEBA');
    const numero = NUMBER.exec(acuse)?.[0] ?? '';
    const codigo = CODE.exec(acuse)?.[0] ?? '';
    expect(numero).toMatch(/-E-000001$/);
    expect(codigo).not.toBe('');

    await page.goto(`${product.url}/seguimiento`);
    await fillKeys(page, numero.toLowerCase(), codigo.toLowerCase().replaceAll('-', ' '));
    await page
      .getByRole('button', { name: /Consultar|Ver/ })
      .first()
      .click();
    const tracking = await page.locator('main').textContent();
    expect(tracking).toContain(numero);
    expect(tracking).not.toContain('Ana');

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /constancia en PDF/i }).click(),
    ]);
    const pdf = readFileSync(await download.path());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(5_000);
    expect(product.log).not.toMatch(/lampara|Ñáñez|ejemplo\.co/);
    expect(product.log).not.toContain(codigo);
  });

  it('verifies the code of a constancia, and one letter changed does not pass', async () => {
    const filed = await fetch(`${product.url}/v1/pqrsd`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'e2e-verificar-1' },
      body: JSON.stringify({ texto: 'Hay un hueco frente a la escuela' }),
    });
    expect(filed.status).toBe(201);
    const { token, recepcion } = (await filed.json()) as { token: string; recepcion: string };
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${product.url}/verificar#${token}`);
    await page.getByRole('status').getByText(recepcion).first().waitFor();
    expect(await page.locator('main').textContent()).toContain('PRUEBA');
    expect(await page.locator('main').textContent()).not.toContain('hueco');

    const at = Math.floor(token.length / 3);
    const altered = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    await page.goto(`${product.url}/verificar`);
    await page.locator('[name=token]').fill(altered);
    await page.locator('main form button').first().click();
    await page.getByRole('status').getByText(/no/i).first().waitFor();
    expect(await page.locator('#resultado').textContent()).not.toContain(recepcion);
  });

  it('files by the form without JavaScript', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${product.url}/formulario`);
    await page.locator('[name=texto]').fill('Pido que poden los árboles del parque <b>central</b> {{x}}');
    await page.locator('[name=modo][value=ANONIMO]').check();
    await page.locator('main form button').first().click();
    expect(await page.locator('main').textContent()).toContain('<b>central</b> {{x}}');
    await page.locator('main form button').first().click();
    expect(await page.locator('main').textContent()).toMatch(NUMBER);
    expect(await page.locator('main').textContent()).toMatch(CODE);
  });
});
