import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { buildScripts, type BuiltScripts } from './built-scripts';
import { pageFigures } from './page-figures';
import { startPagesServer, type PagesServer } from './pages-server';

jest.setTimeout(120_000);

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

const KB = 1_000;

describe('the weight of a page on its first visit, in bytes that travelled', () => {
  it.each([
    ['/', 100 * KB],
    ['/formulario', 60 * KB],
    ['/denuncie-corrupcion', 60 * KB],
    ['/disponibilidad', 60 * KB],
  ])('%s: at most %d, with gzip and without it', async (path, most) => {
    for (const gzip of [true, false]) {
      const { bytes, peticiones } = await pageFigures(browser, `${server.url}${path}`, gzip);
      // A count that saw nothing would pass everything.
      expect(peticiones).toBeGreaterThanOrEqual(2);
      expect(bytes).toBeGreaterThan(5 * KB);
      expect(bytes).toBeLessThanOrEqual(most);
    }
  });

  it('counts the style sheet whole where the browser takes no gzip', async () => {
    const url = `${server.url}/formulario`;
    const [small, whole] = [await pageFigures(browser, url), await pageFigures(browser, url, false)];
    expect(whole.bytes - small.bytes).toBeGreaterThan(8 * KB);
  });
});
