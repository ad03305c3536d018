import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violations } from './axe';
import { launchBrowser } from './browser';
import { buildScripts, type BuiltScripts } from './built-scripts';
import { startChatServer, type ChatServer } from './chat-server';
import { focused, tabTo } from './keyboard';

jest.setTimeout(240_000);

let browser: Browser;
let scripts: BuiltScripts;
let server: ChatServer;
let context: BrowserContext;

beforeAll(async () => {
  scripts = buildScripts();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  scripts.remove();
});

afterEach(async () => {
  await context.close();
  await server.stop();
});

const FIELD = 'Escriba su mensaje';

/** A phone, 400 % of zoom on a screen of 1280 × 1024, and a desk. */
const LOOKS = [
  [
    '320 px, dark, without movement',
    { viewport: { width: 320, height: 640 }, colorScheme: 'dark', reducedMotion: 'reduce' },
  ],
  [
    '400 % of zoom, forced colours',
    { viewport: { width: 320, height: 256 }, forcedColors: 'active', reducedMotion: 'reduce' },
  ],
  ['a desk', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
] as const;

const log = (page: Page) => page.getByRole('log');
const own = (page: Page, text: string) =>
  log(page).getByRole('listitem').filter({ hasText: 'Usted:' }).filter({ hasText: text });
const answer = (page: Page, text: string) =>
  log(page).getByRole('listitem').filter({ hasText: 'Asistente:' }).filter({ hasText: text }).last();

async function type(page: Page, text: string): Promise<void> {
  await tabTo(page, FIELD);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** What must be true of the chat in every state. */
async function sound(page: Page, state: string): Promise<void> {
  expect([state, await violations(page)]).toEqual([state, []]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect([state, Math.max(0, wide)]).toEqual([state, 0]);
  const small = await page.evaluate(() =>
    [
      ...(document
        .querySelector('candelaria-chat')
        ?.shadowRoot?.querySelectorAll('button, input, summary, textarea') ?? []),
    ]
      .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width > 0 && (width < 24 || height < 24))
      .map(([html]) => html),
  );
  expect([state, small]).toEqual([state, []]);
}

/** The field is wholly in the window when it has the focus. */
async function fieldInSight(page: Page): Promise<void> {
  await tabTo(page, FIELD);
  const box = await page.getByLabel(FIELD).boundingBox();
  expect(box && box.y >= 0 && box.y + box.height <= (page.viewportSize()?.height ?? 0)).toBe(true);
}

async function choose(
  page: Page,
  files: { name: string; mimeType: string; buffer: Buffer }[],
): Promise<void> {
  // Waited for from before: the browser must have been told not to show its own window when the key is pressed.
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, 'Adjuntar archivos', 'Shift+Tab').catch(() => tabTo(page, 'Adjuntar archivos'));
  await page.keyboard.press('Space');
  await (await chooser).setFiles(files);
}

const file = (name: string, content: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});

describe('the chat with the keyboard alone', () => {
  it.each(LOOKS)('%s: every state is sound', async (_look, look) => {
    server = await startChatServer(scripts.files);
    context = await browser.newContext({ ...look, locale: 'es-CO', acceptDownloads: true });
    const page = await context.newPage();
    const blocked: string[] = [];
    page.on('console', (one) => /Content Security Policy/.test(one.text()) && blocked.push(one.text()));

    // Closed: nothing opens by itself; the skip link and the link to the chat are the first things met.
    await page.goto(server.url);
    expect(await page.locator('candelaria-chat').isVisible()).toBe(false);
    await sound(page, 'closed');
    await page.goto(`${server.url}/chat`);
    await answer(page, '¿Qué necesita?').waitFor();
    expect(page.url()).toBe(`${server.url}/chat`);
    await sound(page, 'open, with options');
    await fieldInSight(page);

    // An option: the buttons go and the focus is in the field, not on the page.
    await tabTo(page, 'Radicar una petición', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await own(page, 'Radicar una petición').getByText('Recibido por el sistema').waitFor();
    expect(await focused(page)).toBe(FIELD);

    // Sending, then waiting for the answer.
    server.storing.hold();
    await type(page, 'Hay un hueco grande');
    await own(page, 'Hay un hueco grande').getByText('Enviado').waitFor();
    await sound(page, 'sending');
    server.playing.hold();
    server.storing.letGo();
    await own(page, 'Hay un hueco grande').getByText('Recibido por el sistema').waitFor();
    await page.getByRole('status').getByText('El asistente está escribiendo…').waitFor();
    await sound(page, 'waiting');
    server.playing.letGo();
    await page.getByRole('status').getByText('El asistente está escribiendo…').waitFor({ state: 'detached' });

    // Files: one received, one refused; taken away by the keyboard; sent with the message.
    await choose(page, [file('foto.txt', 'una foto'), file('virus.exe', 'MZ no')]);
    const files = page.getByRole('list', { name: 'Archivos de este mensaje' });
    await files.getByText('listo para enviar').waitFor();
    await files.getByText('No recibimos esa clase de archivo').waitFor();
    await page
      .getByRole('status')
      .getByText(/virus\.exe no se recibió|foto\.txt: listo/)
      .waitFor();
    await sound(page, 'upload, and upload refused');
    await tabTo(page, 'Quitar virus.exe', 'Shift+Tab').catch(() => tabTo(page, 'Quitar virus.exe'));
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe(FIELD);
    await type(page, 'con su foto');
    await own(page, 'con su foto').getByText('Archivos: foto.txt').waitFor();
    await own(page, 'con su foto').getByText('Recibido por el sistema').waitFor();
    expect(await files.isHidden()).toBe(true);

    // Offline, and back.
    await server.stop();
    await type(page, 'se fue la luz');
    await page.getByRole('status').getByText('Sin conexión. Su mensaje se enviará.').waitFor();
    await own(page, 'se fue la luz').getByText('Por enviar').waitFor();
    await sound(page, 'offline');
    await server.start();
    await page.getByRole('status').getByText('Conexión recuperada.').waitFor();
    await own(page, 'se fue la luz').getByText('Recibido por el sistema').waitFor();
    await sound(page, 'reconnected');

    // After a reload everything is there, once, with the names of its files.
    await page.reload();
    await own(page, 'se fue la luz').waitFor();
    for (const text of ['Hay un hueco grande', 'con su foto', 'se fue la luz'])
      expect([text, await own(page, text).count()]).toEqual([text, 1]);
    expect(await own(page, 'con su foto').textContent()).toContain('foto.txt');
    await sound(page, 'after a reload');

    // The transcript.
    await tabTo(page, 'Guardar la conversación');
    await page.keyboard.press('Enter');
    await sound(page, 'transcript');
    await tabTo(page, 'Guardar como texto');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('conversacion-alcaldia.txt');
    await fieldInSight(page);
    expect(blocked).toEqual([]);
  });

  it('adds one node to the log for each answer, and nothing is heard of what was there', async () => {
    server = await startChatServer(scripts.files);
    context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}/chat`);
    await answer(page, '¿Qué necesita?').waitFor();
    await page.evaluate(() => {
      const list = document.querySelector('candelaria-chat')?.shadowRoot?.querySelector('[role=log] > ol');
      const added: string[] = [];
      Object.assign(window, { added });
      new MutationObserver((changes) => {
        for (const { addedNodes } of changes)
          for (const node of addedNodes)
            if (node.parentNode === list) added.push((node as Element).className);
      }).observe(list as Node, { childList: true, subtree: true });
    });
    for (const text of ['Hay un hueco en la calle', 'Calle 5', '1']) {
      const before = await log(page).locator('.asistente').count();
      await type(page, text);
      await log(page).locator('.asistente').nth(before).waitFor();
    }
    const added = await page.evaluate(() => (window as unknown as { added: string[] }).added);
    expect(added).toEqual(['usted', 'asistente', 'usted', 'asistente', 'usted', 'asistente']);
  });

  it('talks by socket, and where sockets are forbidden by the other way', async () => {
    for (const sockets of [true, false]) {
      server = await startChatServer(scripts.files, { sockets });
      context = await browser.newContext();
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      let frames = 0;
      page.on('websocket', (socket) => socket.on('framereceived', () => (frames += 1)));
      await page.goto(`${server.url}/chat`);
      await answer(page, '¿Qué necesita?').waitFor();
      await type(page, 'Hay un hueco grande');
      await own(page, 'Hay un hueco grande').getByText('Recibido por el sistema').waitFor();
      await answer(page, '¿Dónde?').waitFor();
      expect(asked.includes('/chat/eventos')).toBe(!sockets);
      expect(frames > 0).toBe(sockets);
      if (sockets) {
        await context.close();
        await server.stop();
      }
    }
  });
});
