import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { buildScripts, type BuiltScripts } from './built-scripts';
import { startPagesServer, type PagesServer } from './pages-server';

jest.setTimeout(120_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const PATHS = ['/', '/formulario', '/denuncie-corrupcion', '/disponibilidad', '/emergencias'];

/** What WCAG 1.4.12 lets a person ask for. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

let browser: Browser;
let scripts: BuiltScripts;
let server: PagesServer;

beforeAll(async () => {
  scripts = buildScripts();
  [browser, server] = await Promise.all([launchBrowser(), startPagesServer(scripts.files)]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
  scripts.remove();
});

describe.each(PATHS)('the page %s', (path) => {
  it('is whole in forced colours, with the focus in sight', async () => {
    const context = await browser.newContext({
      forcedColors: 'active',
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    await page.goto(`${server.url}${path}`);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    );
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(outline).toBe('solid 3px');
    await context.close();
  });

  it('loses nothing with more space between lines, words and letters, at 320 px', async () => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    await page.goto(`${server.url}${path}`);
    await page.addStyleTag({ content: SPACING });
    await page.$$eval('details', (all) => all.forEach((one) => one.setAttribute('open', '')));
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    const cut = await page.$$eval('main *', (all) =>
      all
        .filter((one) => one.matches('button, .boton, label, summary, h1, h2, p, li'))
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1)
        .filter((one) => getComputedStyle(one).overflow !== 'visible')
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    expect(cut).toEqual([]);
    await context.close();
  });
});
