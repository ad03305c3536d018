import type { Browser } from 'playwright-core';

/** What a page costs a telephone: bytes over the wire, and what its person waits for. */
export interface PageFigures {
  /** Everything but images, with headers, as it travelled. */
  readonly bytes: number;
  readonly peticiones: number;
  /** Largest contentful paint, in milliseconds. */
  readonly lcp: number;
  /** Cumulative layout shift. */
  readonly cls: number;
  /** Total blocking time: what each long task takes past 50 ms. */
  readonly bloqueo: number;
  readonly nodos: number;
}

/** Runs in the page before its own scripts. */
function observe(): void {
  const seen = { lcp: 0, cls: 0, bloqueo: 0 };
  Object.assign(window, { cifras: seen });
  const watch = (type: string, use: (entry: PerformanceEntry & { value?: number }) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(use)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  watch('layout-shift', ({ value = 0 }) => (seen.cls += value));
  watch('longtask', ({ duration }) => (seen.bloqueo += Math.max(0, duration - 50)));
}

/** Opens a page for the first time on a telephone of 390 px. Without `gzip` the browser says that it takes none. */
export async function pageFigures(browser: Browser, url: string, gzip = true): Promise<PageFigures> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  // Experimental: the types of the protocol do not have it.
  const raw = network as unknown as { send(method: string, params: object): Promise<unknown> };
  if (!gzip) await raw.send('Network.setAcceptedEncodings', { encodings: [] });
  const images = new Set<string>();
  let [bytes, peticiones] = [0, 0];
  network.on('Network.responseReceived', ({ requestId, type }) => type === 'Image' && images.add(requestId));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    peticiones += 1;
    if (!images.has(requestId)) bytes += encodedDataLength;
  });
  await page.addInitScript(observe);
  await page.goto(url, { waitUntil: 'networkidle' });
  const seen = await page.evaluate(() => ({
    ...(window as unknown as { cifras: Record<'lcp' | 'cls' | 'bloqueo', number> }).cifras,
    nodos: document.querySelectorAll('*').length,
  }));
  await context.close();
  return { bytes, peticiones, ...seen };
}
