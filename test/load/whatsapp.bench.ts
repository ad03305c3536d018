import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { systemClock } from '../../api/base/kernel/clock';
import { localDate } from '../../api/base/kernel/local-date';
import type { Injected } from '../whatsapp-sim/load/inject';
import type { LightFigures } from '../whatsapp-sim/load/light';
import { DEFAULTS } from '../whatsapp-sim/options';
import { row, type Row } from './row';
import { freePort, startOnce, stop } from './start.bench';

/** Five turns of a person: what is measured is a conversation, not a greeting. */
const FIVE_TURNS = [
  'buenas el poste de la luz de mi cuadra esta dañado hace dos semanas y esta muy oscuro',
  'si',
  'barrio san jorge, calle 5 con 4',
  'con mi nombre',
  'me llamo maria lopez',
];
const RUN = join(__dirname, '../api/run.mjs');

interface Running {
  readonly product: ChildProcess;
  readonly sim: ChildProcess;
  readonly control: string;
}

const admin = async (dataDir: string, args: readonly string[]): Promise<void> => {
  const env = { ...process.env, DATA_DIR: dataDir };
  const child = spawn(process.execPath, [RUN, 'admin', ...args], { env, stdio: 'ignore' });
  await once(child, 'exit');
};

/** The product and, in a process of its own, the simulator at its lightest. */
async function start(dataDir: string, settings: Readonly<Record<string, string>>): Promise<Running> {
  const acto = ['--acto', 'Medición', '--fecha', localDate(systemClock.now()), '--firmante', 'Quien mide'];
  await admin(dataDir, ['decision', 'registrar', 'contrato_whatsapp', 'MEDICION', ...acto]);
  const simPort = String(await freePort());
  const { child: product, port } = await startOnce(dataDir, {
    GRAPH_BASE_URL: `http://127.0.0.1:${simPort}`,
    WHATSAPP_TOKEN: DEFAULTS.token,
    WHATSAPP_APP_SECRET: DEFAULTS.appSecret,
    WHATSAPP_VERIFY_TOKEN: DEFAULTS.verifyToken,
    WHATSAPP_PHONE_NUMBER_ID: DEFAULTS.phoneNumberId,
    WHATSAPP_POR_SEGUNDO: '2000',
    ...settings,
  });
  const callback = `http://127.0.0.1:${port}/webhooks/whatsapp`;
  const args = ['sim', '--port', simPort, '--callback', callback, '--light', '--light-statuses'];
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

async function running<T>(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  use: (running: Running) => Promise<T>,
): Promise<T> {
  const all = await start(dataDir, settings);
  try {
    return await use(all);
  } finally {
    await Promise.all([stop(all.sim), stop(all.product)]);
  }
}

const inject = async (control: string, order: object): Promise<Injected> => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${control}/inyectar`, {
    method: 'POST',
    headers,
    body: JSON.stringify(order),
    signal: AbortSignal.timeout(280_000),
  });
  return (await response.json()) as Injected;
};

const figures = async (control: string): Promise<LightFigures> =>
  (await (await fetch(`${control}/cuentas`)).json()) as LightFigures;

/** Seconds until everybody who wrote was answered; gives up after two minutes. */
async function drained(control: string): Promise<number> {
  const began = performance.now();
  while ((await figures(control)).waiting > 0 && performance.now() - began < 120_000) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (performance.now() - began) / 1_000;
}

/** Eighty messages a second, what a number may say: how long each waits for its acknowledgement and for its answer. */
export const atEighty = (dir: string, esperaMs: string | undefined): Promise<Row[]> =>
  running(dir, esperaMs === undefined ? {} : { ESPERA_MS: esperaMs }, async ({ control }) => {
    const name = `WhatsApp a 80/s, ESPERA_MS=${esperaMs ?? '1200 (inicial)'}`;
    // The first ones find everything cold.
    await inject(control, { personas: 40, textos: ['hola'], porSegundo: 40, prefijo: 'calor' });
    const { ack } = await inject(control, { personas: 480, textos: FIVE_TURNS, porSegundo: 80 });
    const left = await drained(control);
    const { replies, repeated, waiting } = await figures(control);
    return [
      row(`${name}: acuse del webhook, p50`, ack.p50, 'ms'),
      row(`${name}: acuse del webhook, p95`, ack.p95, 'ms'),
      row(`${name}: primera respuesta, p50`, replies.p50, 'ms'),
      row(`${name}: primera respuesta, p95`, replies.p95, 'ms'),
      row(`${name}: sin respuesta al final`, waiting, ''),
      row(`${name}: terminó de responder después de`, left, 's'),
      row(`${name}: repetidas`, repeated, ''),
    ];
  });

/** A thousand signed messages a second for a minute: all stored before each is acknowledged, and answered after. */
export const thousandForAMinute = (dir: string): Promise<Row[]> =>
  running(dir, { ESPERA_MS: '0' }, async ({ control }) => {
    const order = { personas: 60_000, textos: ['hola'], porSegundo: 1_000, conexiones: 64 };
    const { statuses, seconds, ack } = await inject(control, order);
    const left = await drained(control);
    const { sends, repeated, waiting } = await figures(control);
    const name = 'WhatsApp, 1.000 mensajes firmados/s durante 60 s';
    return [
      row(`${name}: guardados y acusados`, (statuses[200] ?? 0) / seconds, '/s'),
      row(`${name}: acuse, p50`, ack.p50, 'ms'),
      row(`${name}: acuse, p95`, ack.p95, 'ms'),
      row(`${name}: respuestas enviadas`, sends, ''),
      row(`${name}: sin respuesta dos minutos después`, waiting, ''),
      row(`${name}: terminó de responder después de`, left, 's'),
      row(`${name}: repetidas`, repeated, ''),
    ];
  });

/** From the webhook to the message handed to Graph, as fast as it goes. */
export const endToEnd = (dir: string): Promise<Row[]> =>
  running(dir, { ESPERA_MS: '0' }, async ({ control }) => {
    const began = performance.now();
    const order = { personas: 1_500, textos: FIVE_TURNS, conexiones: 64 };
    const { seconds, statuses } = await inject(control, order);
    await drained(control);
    const { sends, repeated, waiting } = await figures(control);
    const whole = (performance.now() - began) / 1_000;
    const name = 'WhatsApp de punta a punta, 1.500 personas y cinco turnos';
    return [
      row(`${name}: mensajes acusados`, (statuses[200] ?? 0) / seconds, '/s'),
      row(`${name}: turnos con su envío`, sends / whole, '/s'),
      row(`${name}: sin respuesta`, waiting, ''),
      row(`${name}: repetidas`, repeated, ''),
    ];
  });
