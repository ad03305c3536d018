import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { systemClock } from '../../api/base/kernel/clock';
import { localDate } from '../../api/base/kernel/local-date';
import type { Injected } from '../whatsapp-sim/load/inject';
import type { LightFigures } from '../whatsapp-sim/load/light';
import { productSettings } from '../whatsapp-sim/product-settings';
import { freePort, startOnce, stop } from './start.bench';

/** Five turns of a person: what is measured is a conversation, not a greeting. */
export const FIVE_TURNS = [
  'buenas el poste de la luz de mi cuadra esta dañado hace dos semanas y esta muy oscuro',
  'si',
  'barrio san jorge, calle 5 con 4',
  'con mi nombre',
  'me llamo maria lopez',
];
const RUN = join(__dirname, '../api/run.mjs');

export interface Running {
  readonly product: ChildProcess;
  readonly sim: ChildProcess;
  readonly control: string;
}

/** Gives what the command prints. */
async function admin(dataDir: string, args: readonly string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: dataDir };
  const child = spawn(process.execPath, [RUN, 'admin', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const printed: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  await once(child, 'close');
  return Buffer.concat(printed).toString('utf8');
}

/** Cases in the book, once it was read whole. */
export const casesIn = async (dataDir: string): Promise<number> =>
  Number(/\d+/.exec(await admin(dataDir, ['libro', 'verificar']))?.[0] ?? Number.NaN);

/** The product and, in a process of its own, the simulator at its lightest. */
async function start(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  states: boolean,
): Promise<Running> {
  const acto = ['--acto', 'Medición', '--fecha', localDate(systemClock.now()), '--firmante', 'Quien mide'];
  await admin(dataDir, ['decision', 'registrar', 'contrato_whatsapp', 'MEDICION', ...acto]);
  const simPort = String(await freePort());
  const { child: product, port } = await startOnce(dataDir, {
    ...productSettings(`http://127.0.0.1:${simPort}`),
    WHATSAPP_POR_SEGUNDO: '2000',
    ...settings,
  });
  const callback = `http://127.0.0.1:${port}/webhooks/whatsapp`;
  const args = [
    'sim',
    '--port',
    simPort,
    '--callback',
    callback,
    '--light',
    ...(states ? ['--light-statuses'] : []),
  ];
  const sim = spawn(process.execPath, [RUN, ...args], { stdio: 'ignore' });
  const control = `http://127.0.0.1:${simPort}/_control`;
  for (let tries = 0; tries < 600; tries++) {
    const ready = await fetch(`${control}/cuentas`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return { product, sim, control };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the simulator did not start');
}

export async function running<T>(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  use: (running: Running) => Promise<T>,
  states = true,
): Promise<T> {
  const all = await start(dataDir, settings, states);
  try {
    return await use(all);
  } finally {
    await Promise.all([stop(all.sim), stop(all.product)]);
  }
}

const order = async (control: string, what: string, body: object): Promise<unknown> => {
  const response = await fetch(`${control}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(280_000),
  });
  return response.json();
};
export const inject = async (control: string, body: object) =>
  (await order(control, 'inyectar', body)) as Injected;

export const figures = async (control: string): Promise<LightFigures> =>
  (await (await fetch(`${control}/cuentas`)).json()) as LightFigures;

/**
 * Seconds until everybody who wrote was answered and nothing more was sent for a second; gives up after ten minutes.
 * @param all false when some will not be: what is repeated has no answer.
 */
export async function drained(control: string, all = true): Promise<number> {
  const began = performance.now();
  let last = { sends: 0, at: began };
  while (performance.now() - began < 600_000) {
    const { sends, waiting } = await figures(control);
    if (sends !== last.sends) last = { sends, at: performance.now() };
    else if ((waiting === 0 || !all) && performance.now() - last.at > 1_000) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (last.at - began) / 1_000;
}

/** Code that runs for the first time and a store that was just made are not what is measured. */
export async function warm(control: string): Promise<void> {
  await inject(control, { personas: 300, textos: FIVE_TURNS, conexiones: 64, prefijo: 'calor' });
  await drained(control);
  await order(control, 'tiempos', {});
}
