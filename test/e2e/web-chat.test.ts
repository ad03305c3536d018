import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { buildScripts, type BuiltScripts } from './built-scripts';
import { startPagesServer, type PagesServer } from './pages-server';

jest.setTimeout(60_000);

let browser: Browser;
let scripts: BuiltScripts;
let server: PagesServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  scripts = buildScripts();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  scripts.remove();
});

beforeEach(async () => {
  server = await startPagesServer(scripts.files);
  server.chat.say('¿Qué necesita?', { opciones: [{ id: 'radicar', titulo: 'Radicar una solicitud' }] });
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
  await server.close();
});

const openChat = async (): Promise<void> => {
  await page.goto(`${server.url}/chat`);
  await page.getByText('¿Qué necesita?').waitFor();
};

const write = async (text: string): Promise<void> => {
  await page.getByLabel('Escriba su mensaje').fill(text);
  await page.keyboard.press('Enter');
};

const log = () => page.getByRole('log');
const own = (text: string) =>
  log().getByRole('listitem').filter({ hasText: 'Usted:' }).filter({ hasText: text });

describe('the chat in a browser', () => {
  it('weighs at most 25 kB compressed', () => {
    const weight = gzipSync(readFileSync(scripts.files['/conversacion.js']), { level: 9 }).length;
    expect(weight).toBeLessThanOrEqual(25 * 1024);
  });

  it('comes only when its button is pressed, takes the focus, and gives it back with Escape', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(server.url);
    const button = page.getByRole('button', { name: 'Abrir el chat' });
    await button.waitFor();
    expect(asked.filter((url) => url.includes('conversacion.js') || !url.startsWith(server.url))).toEqual([]);
    await button.press('Enter');
    await page.getByText('¿Qué necesita?').waitFor();
    expect(await button.getAttribute('aria-expanded')).toBe('true');
    expect(await page.getByLabel('Escriba su mensaje').evaluate((input) => input.matches(':focus'))).toBe(
      true,
    );
    await page.keyboard.press('Escape');
    await page.getByRole('log').waitFor({ state: 'hidden' });
    expect(
      await button.evaluate((one) => [one.matches(':focus'), one.getAttribute('aria-expanded')]),
    ).toEqual([true, 'false']);
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
  });

  it('says who speaks in words, and its choices are buttons that go once used', async () => {
    await openChat();
    const group = page.getByRole('group', { name: 'Respuestas sugeridas' });
    await group.getByRole('button', { name: 'Radicar una solicitud' }).click();
    await own('Radicar una solicitud').getByText('Recibido por el sistema').waitFor();
    await log().getByText('Asistente:').nth(1).waitFor();
    expect(await group.isHidden()).toBe(true);
    expect(await log().getByText('Opciones: Radicar una solicitud').isVisible()).toBe(true);
    expect(await page.getByLabel('Escriba su mensaje').evaluate((input) => input.matches(':focus'))).toBe(
      true,
    );
  });

  it('keeps without net what is written, says so, and sends it once when the net is back', async () => {
    await openChat();
    await context.setOffline(true);
    server.chat.cutStreams();
    await write('se fue la luz');
    await page.getByRole('status').getByText('Sin conexión. Su mensaje se enviará.').waitFor();
    await own('se fue la luz').getByText('Por enviar').waitFor();
    await context.setOffline(false);
    await own('se fue la luz').getByText('Recibido por el sistema').waitFor();
    await page.getByText('Usted dijo: se fue la luz').waitFor();
    expect(server.chat.received).toHaveLength(1);
  });

  it('sends again what was not acknowledged, as the same message', async () => {
    await openChat();
    server.chat.loseNextAnswer();
    await write('una sola vez');
    await own('una sola vez').getByText('Recibido por el sistema').waitFor();
    expect(server.chat.received).toHaveLength(1);
    expect(await own('una sola vez').count()).toBe(1);
  });

  it('keeps what is written over a reload', async () => {
    await openChat();
    server.chat.answerNext(429, { 'Retry-After': '100' });
    await write('no se pierde');
    await page.getByRole('status').getByText('Recibimos muchos mensajes.').waitFor();
    await page.reload();
    await own('no se pierde').getByText('Recibido por el sistema').waitFor();
    expect(server.chat.received).toHaveLength(1);
  });

  it('gives a refused text back, with the reason beside the field', async () => {
    await openChat();
    server.chat.answerNext(413, {}, { codigo: 'TOO_LARGE', mensaje: 'Es demasiado largo.' });
    await write('un texto larguísimo');
    await page.getByRole('alert').getByText('Es demasiado largo.').waitFor();
    const field = page.getByLabel('Escriba su mensaje');
    expect(await field.inputValue()).toBe('un texto larguísimo');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await own('un texto larguísimo').getByText('No se envió').waitFor();
  });

  it('opens another session when the old one ends, and loses nothing', async () => {
    await openChat();
    server.chat.expireSession();
    await write('sigo aquí');
    await own('sigo aquí').getByText('Recibido por el sistema').waitFor();
    await page.getByText('Usted dijo: sigo aquí').waitFor();
    expect(server.chat.received).toHaveLength(1);
  });

  it('shows a long answer from its beginning: nobody scrolls back for the number they were given', async () => {
    await page.setViewportSize({ width: 390, height: 700 });
    await openChat();
    await write('radicar');
    await page.getByText('Usted dijo: radicar').waitFor();
    server.chat.say(`Su número es 2026-E-000001. ${'Guárdelo con su código. '.repeat(60)}`, {
      opciones: ['uno', 'dos', 'tres', 'cuatro'].map((id) => ({ id, titulo: `Opción ${id}` })),
    });
    const answer = log().getByText('Su número es 2026-E-000001');
    await answer.waitFor();
    const [box, view] = await Promise.all([
      answer.boundingBox(),
      page.getByRole('group', { name: 'Conversación' }).boundingBox(),
    ]);
    expect((box?.y ?? 0) - (view?.y ?? 0)).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) - (view?.y ?? 0)).toBeLessThan(80);
  });

  it('leaves in peace who reads above: no scroll, no focus, a button to the new messages', async () => {
    await openChat();
    for (let line = 0; line < 30; line++) server.chat.say(`Renglón ${line}`);
    await log().getByText('Renglón 29').waitFor();
    const scroller = page.getByRole('group', { name: 'Conversación' });
    await scroller.evaluate((element) => element.scrollTo(0, 0));
    await scroller.focus();
    server.chat.say('Algo nuevo');
    const button = page.getByRole('button', { name: 'Mensajes nuevos' });
    await button.waitFor();
    expect(await scroller.evaluate((element) => [element.scrollTop, element.matches(':focus')])).toEqual([
      0,
      true,
    ]);
    await button.click();
    expect(await button.isHidden()).toBe(true);
    const left = await scroller.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight);
    expect(left).toBeLessThan(2);
  });

  it('is saved as text and as a page, which say PRUEBA and that they hold personal data', async () => {
    await openChat();
    await page.getByText('Guardar la conversación').click();
    const saved = async (name: string) => {
      const button = page.getByRole('button', { name });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')] as const;
    };
    const [textName, text] = await saved('Guardar como texto');
    expect(textName).toBe('conversacion-alcaldia.txt');
    expect(text).toMatch(
      /^Conversación con Alcaldía de Candelaria\n\nPRUEBA.*\n\n.*datos personales.*\n\nAsistente \(.+\):\n¿Qué necesita\?\n$/,
    );
    const [pageName, html] = await saved('Guardar como página web');
    expect(pageName).toBe('conversacion-alcaldia.html');
    const file = await context.newPage();
    await file.setContent(html);
    expect(await file.getByRole('heading', { level: 1 }).textContent()).toContain('Conversación con');
    expect(await file.getByRole('listitem').textContent()).toContain('¿Qué necesita?');
    expect(await file.getByText('PRUEBA').isVisible()).toBe(true);
  });

  it('shows what anybody writes as text', async () => {
    await openChat();
    await write('<img src=x onerror=alert(1)> {opciones}');
    await page.getByText('Usted dijo: <img src=x onerror=alert(1)> {opciones}').waitFor();
    expect(await page.locator('candelaria-chat img').count()).toBe(0);
  });

  it('has a page of its own where there is no room beside another', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(server.url);
    await page.getByRole('button', { name: 'Abrir el chat' }).click();
    await page.waitForURL('**/chat');
    await page.getByText('¿Qué necesita?').waitFor();
  });

  it('offers the form and the mail without JavaScript', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(server.url);
    await still.getByRole('link', { name: 'Abrir el chat' }).click();
    await still.getByRole('link', { name: 'Llenar el formulario' }).click();
    expect(new URL(still.url()).pathname).toBe('/formulario');
    await plain.close();
  });
});
