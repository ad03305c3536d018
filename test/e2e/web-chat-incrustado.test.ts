import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violations } from './axe';
import { launchBrowser } from './browser';
import { buildScripts, type BuiltScripts } from './built-scripts';
import { startChatServer, type ChatServer } from './chat-server';
import { focused, tabTo } from './keyboard';

jest.setTimeout(120_000);

let browser: Browser;
let scripts: BuiltScripts;
let server: ChatServer;
let host: Server;
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
  host.closeAllConnections();
  await new Promise((resolve) => host.close(resolve));
  await server.stop();
});

/**
 * A page of another origin with the one line, under a policy that allows nothing but our script and our frame. `name` is
 * how that site is called, and `chatName` how ours is.
 */
async function visit({ name = '127.0.0.1', chatName = '127.0.0.1', allowed = true } = {}): Promise<{
  page: Page;
  blocked: string[];
}> {
  host = createServer((_req, res) => {
    const ours = `http://${chatName}:${server.port}`;
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.setHeader('Content-Security-Policy', `default-src 'none'; script-src ${ours}; frame-src ${ours}`);
    res.end(`<!doctype html><html lang="es"><head><title>Otra página</title>
<script src="${ours}/chat.js" async></script></head>
<body><main><h1>Otra página de la Alcaldía</h1><p><a href="#x">Un enlace</a></p></main></body></html>`);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => host.once('listening', resolve));
  const { port } = host.address() as AddressInfo;
  const site = `http://${name}:${port}`;
  server = await startChatServer(scripts.files, { sitios: allowed ? [site] : [] });
  context = await browser.newContext({ locale: 'es-CO' });
  const page = await context.newPage();
  const blocked: string[] = [];
  page.on('console', (one) => /Content Security Policy|Refused/.test(one.text()) && blocked.push(one.text()));
  await page.goto(site);
  return { page, blocked };
}

const button = (page: Page) => page.getByRole('button', { name: 'Chat con la Alcaldía' });
const chat = (page: Page) => page.frameLocator('iframe[title="Chat con la Alcaldía"]');

describe('the chat in a page of another site', () => {
  it('comes with one line, under a strict policy, asks nothing until it is opened, and talks by socket', async () => {
    const { page, blocked } = await visit();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await button(page).waitFor();
    expect(asked.filter((path) => path !== '/chat.js')).toEqual([]);
    expect(await violations(page)).toEqual([]);
    await tabTo(page, 'Ir al chat con la Alcaldía');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Chat con la Alcaldía');
    await page.keyboard.press('Enter');
    expect(await button(page).getAttribute('aria-expanded')).toBe('true');
    await chat(page).getByText('¿Qué necesita?').waitFor();
    const field = chat(page).getByLabel('Escriba su mensaje');
    expect(await field.evaluate((one) => one.matches(':focus'))).toBe(true);
    await page.keyboard.type('Hay un hueco grande');
    await page.keyboard.press('Enter');
    await chat(page).getByText('¿Dónde?').waitFor();
    expect(asked).not.toContain('/chat/eventos');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('iframe').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Chat con la Alcaldía');
    expect(await button(page).getAttribute('aria-expanded')).toBe('false');
    expect(blocked).toEqual([]);
  });

  it('fills a small screen, and at 320 px nothing overflows', async () => {
    const { page } = await visit();
    await page.setViewportSize({ width: 320, height: 256 });
    await button(page).click();
    await chat(page).getByText('¿Qué necesita?').waitFor();
    const box = await page.locator('iframe').boundingBox();
    expect(box).toMatchObject({ x: 0, y: 0, width: 320, height: 256 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await chat(page).getByRole('button', { name: 'Cerrar el chat' }).click();
    await page.locator('iframe').waitFor({ state: 'hidden' });
  });

  it('is not shown in a site that the Alcaldía did not name', async () => {
    const { page, blocked } = await visit({ allowed: false });
    await button(page).click();
    while (blocked.length === 0) await page.waitForEvent('console');
    expect(blocked.join()).toContain('frame-ancestors');
    expect(await chat(page).getByText('¿Qué necesita?').count()).toBe(0);
  });

  it('says so, and offers its own page, where the browser keeps no session', async () => {
    // For a browser `localhost` and `127.0.0.1` are two sites, and without https there is no cookie for a frame of another.
    const { page } = await visit({ name: 'localhost' });
    await button(page).click();
    await chat(page).getByText('Este navegador no deja conversar dentro de esta página.').waitFor();
    const link = chat(page).getByRole('link', { name: 'Abrir el chat en su propia página' });
    const [own] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await own.getByText('¿Qué necesita?').waitFor();
    expect(server.sesiones.all.length).toBeLessThanOrEqual(3);
  });

  it('is only the frame that may be held: no other page of ours', async () => {
    const { page } = await visit();
    for (const path of ['/', '/chat', '/formulario', '/chat?marco=2']) {
      const { headers } = await fetch(server.url + path);
      expect([path, headers.get('content-security-policy')]).toEqual([
        path,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
    const frame = await fetch(`${server.url}/chat?marco=1`);
    expect(frame.headers.get('content-security-policy')).toContain(
      `frame-ancestors 'self' ${new URL(page.url()).origin}`,
    );
    expect(frame.headers.get('x-frame-options')).toBeNull();
  });

  it('keeps a session of its own for each site around it, with https only', async () => {
    await visit();
    const secure = await startChatServer(scripts.files, { publicUrl: 'https://chat.example.org' });
    const cookieOf = async (path: string) =>
      (await fetch(secure.url + path, { method: 'POST' })).headers.get('set-cookie') ?? '';
    const framed = await cookieOf('/chat/sesion?marco=1');
    expect(framed).toMatch(/^chat_sesion_marco=.*HttpOnly; Secure; Partitioned; SameSite=None$/);
    expect(await cookieOf('/chat/sesion')).toMatch(/^chat_sesion=.*SameSite=Lax$/);
    const history = await fetch(`${secure.url}/chat/historial`, {
      headers: { cookie: framed.split(';')[0] ?? '' },
    });
    expect(history.status).toBe(200);
    await secure.stop();
  });
});
