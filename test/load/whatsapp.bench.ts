import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { systemClock } from '../../api/base/kernel/clock';
import { localDate } from '../../api/base/kernel/local-date';
import type { Injected } from '../whatsapp-sim/load/inject';
import type { LightFigures } from '../whatsapp-sim/load/light';
import { productSettings } from '../whatsapp-sim/product-settings';
import { row, type Row } from './row';
import { freePort, startOnce, stop } from './start.bench';
import { mainThreadOf } from './thread-cpu';

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
const casesIn = async (dataDir: string): Promise<number> =>
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

async function running<T>(
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
const inject = async (control: string, body: object) => (await order(control, 'inyectar', body)) as Injected;

const figures = async (control: string): Promise<LightFigures> =>
  (await (await fetch(`${control}/cuentas`)).json()) as LightFigures;

/**
 * Seconds until everybody who wrote was answered and nothing more was sent for a second; gives up after ten minutes.
 * @param all false when some will not be: what is repeated has no answer.
 */
async function drained(control: string, all = true): Promise<number> {
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

/**
 * What it costs this machine to wake another process by a socket, as each command to the store and each answer does when
 * there is little to do: on some virtual machines, most of what a message costs.
 */
async function wakeUs(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'process.stdin.on("data", (d) => process.stdout.write(d))']);
  const TIMES = 300;
  const pingPong = async () => {
    child.stdin.write('x');
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, 8));
  };
  for (let times = 0; times < 20; times++) await pingPong();
  const [, ms] = await mainThreadOf(async () => {
    for (let times = 0; times < TIMES; times++) await pingPong();
  });
  await stop(child);
  return ((ms ?? Number.NaN) * 1_000) / TIMES;
}

/** Code that runs for the first time and a store that was just made are not what is measured. */
async function warm(control: string): Promise<void> {
  await inject(control, { personas: 300, textos: FIVE_TURNS, conexiones: 64, prefijo: 'calor' });
  await drained(control);
  await order(control, 'tiempos', {});
}

/** Eighty messages a second, what a number may say: how long each waits for its acknowledgement and for its answer. */
export const atEighty = (dir: string, esperaMs: string | undefined): Promise<Row[]> =>
  running(dir, esperaMs === undefined ? {} : { ESPERA_MS: esperaMs }, async ({ control }) => {
    const name = `WhatsApp a 80/s, ESPERA_MS=${esperaMs ?? '1200 (inicial)'}`;
    await warm(control);
    const wake = await wakeUs();
    const { ack } = await inject(control, { personas: 480, textos: FIVE_TURNS, porSegundo: 80, paso: 80 });
    const left = await drained(control);
    const { replies, repeated, waiting } = await figures(control);
    return [
      row('máquina: procesador de despertar a otro proceso por un socket', wake, 'µs'),
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
    await warm(control);
    const { sends: before } = await figures(control);
    // Each connection waits for its answer: with 64 of them and one of 85 ms, no more than 750 a second fit.
    const all = { personas: 60_000, textos: ['hola'], porSegundo: 1_000, conexiones: 256 };
    const { statuses, seconds, ack } = await inject(control, all);
    const left = await drained(control);
    const { sends, repeated, waiting } = await figures(control);
    const name = 'WhatsApp, 1.000 mensajes firmados/s durante 60 s';
    return [
      row(`${name}: guardados y acusados`, (statuses[200] ?? 0) / seconds, '/s'),
      row(`${name}: acusados`, statuses[200] ?? 0, ''),
      row(`${name}: acuse, p50`, ack.p50, 'ms'),
      row(`${name}: acuse, p95`, ack.p95, 'ms'),
      row(`${name}: respuestas enviadas`, sends - before, ''),
      row(`${name}: sin respuesta al dejar de esperar`, waiting, ''),
      row(`${name}: terminó de responder después de`, left, 's'),
      row(`${name}: repetidas`, repeated, ''),
    ];
  });

/**
 * From the webhook to the message handed to Graph, as fast as it goes; alone, and with the three states that WhatsApp
 * tells of each message, each in a webhook of its own.
 */
export const endToEnd = (dir: string, states: boolean): Promise<Row[]> =>
  running(
    dir,
    { ESPERA_MS: '0' },
    async ({ control }) => {
      await warm(control);
      const { sends: before } = await figures(control);
      const began = performance.now();
      // What waits together is one turn: with nobody waiting for their answer, five messages could be one.
      const all = { personas: 2_000, textos: FIVE_TURNS, conexiones: 64, porTurnos: true };
      await inject(control, all);
      const injected = performance.now();
      const whole = (injected - began) / 1_000 + (await drained(control));
      const { sends, repeated, waiting } = await figures(control);
      const name = `WhatsApp de punta a punta, 2.000 personas y cinco turnos, ${states ? 'con sus tres estados' : 'sin estados'}`;
      return [
        row(`${name}: mensajes contestados`, (sends - before) / whole, '/s'),
        row(`${name}: sin respuesta`, waiting, ''),
        row(`${name}: repetidas`, repeated, ''),
      ];
    },
    states,
  );

/**
 * What files a case, without a name: everybody says the same, and with one it would be asked whether it is the same case.
 * A provider that repeats it all for days brings it a thousand times more.
 */
const FILING = [...FIVE_TURNS.slice(0, 3), 'anonima', 'si', 'enviar'];
const MILLION = 1_000_000;
const A_BATCH = 900;

/** A million messages again and again: the same cases, and nothing said twice. */
export const millionRepeated = (dir: string): Promise<Row[]> =>
  running(dir, { ESPERA_MS: '0' }, async ({ control }) => {
    const all = { personas: 150, textos: FILING, conexiones: 16, prefijo: 'mismo' };
    for (const [turn] of FILING.entries()) {
      await inject(control, { ...all, textos: FILING.slice(0, turn + 1) });
      await drained(control);
    }
    const before = await figures(control);
    const cases = await casesIn(dir);
    const began = performance.now();
    let repeated = 0;
    while (repeated < MILLION) {
      const { statuses } = await inject(control, { ...all, lote: A_BATCH });
      if (!statuses[200]) throw new Error('a batch was refused');
      repeated += all.personas * FILING.length;
    }
    const seconds = (performance.now() - began) / 1_000;
    await drained(control, false);
    const after = await figures(control);
    const name = `WhatsApp, ${MILLION} mensajes repetidos`;
    return [
      row(`${name}: casos antes`, cases, ''),
      row(`${name}: casos después`, await casesIn(dir), ''),
      row(`${name}: respuestas de más`, after.sends - before.sends, ''),
      row(`${name}: recibidos`, repeated / seconds, '/s'),
    ];
  });
