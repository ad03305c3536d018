import { join } from 'node:path';
import { launchBrowser } from '../e2e/browser';
import { pageFigures, type PageFigures } from '../e2e/page-figures';
import { row, type Row } from './row';
import { startOnce, stop } from './start.bench';

const PAGES = ['/', '/formulario', '/seguimiento', '/tramites', '/denuncie-corrupcion', '/disponibilidad'];
const VISITS = 3;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** What the public pages weigh and how soon they are seen, on a first visit by loopback with a telephone's screen. */
export async function pagesBench(dir: string): Promise<Row[]> {
  const { child, port } = await startOnce(join(dir, 'datos'));
  const browser = await launchBrowser();
  try {
    const rows: Row[] = [];
    for (const path of PAGES) {
      const url = `http://127.0.0.1:${port}${path}`;
      const visits: PageFigures[] = [];
      for (let n = 0; n < VISITS; n++) visits.push(await pageFigures(browser, url));
      const whole = await pageFigures(browser, url, false);
      const of = (name: 'lcp' | 'cls' | 'bloqueo') => median(visits.map((one) => one[name]));
      rows.push(
        row(`${path}, peso sin imágenes, gzip`, (visits[0]?.bytes ?? Number.NaN) / 1000, 'kB'),
        row(`${path}, peso sin imágenes, sin gzip`, whole.bytes / 1000, 'kB'),
        row(`${path}, pintura mayor (LCP, mediana de ${VISITS})`, of('lcp'), 'ms'),
        row(`${path}, saltos de la página (CLS)`, of('cls'), ''),
        row(`${path}, bloqueo total`, of('bloqueo'), 'ms'),
        row(`${path}, elementos`, whole.nodos, ''),
      );
    }
    return rows;
  } finally {
    await browser.close();
    await stop(child);
  }
}
