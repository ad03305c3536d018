import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { systemClock } from '../../api/base/kernel/clock';
import { localDate } from '../../api/base/kernel/local-date';
import { productSettings } from './product-settings';

/** `npm run demo:whatsapp`: the product and the simulator together, on data of their own. Nothing reaches WhatsApp. */
const ROOT = resolve(__dirname, '..');
const PORT = process.env['PORT'] ?? '3000';
const SIM_PORT = process.env['SIM_PORT'] ?? '4100';

const env = {
  ...process.env,
  PORT,
  DATA_DIR: process.env['DATA_DIR'] ?? resolve('datos-demo'),
  ...productSettings(`http://127.0.0.1:${SIM_PORT}`),
  SIM_PORT,
  SIM_BESIDE: '1',
  SIM_CALLBACK: `http://127.0.0.1:${PORT}/webhooks/whatsapp`,
};

const run = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [resolve(ROOT, 'api/run.mjs'), ...args], { env, stdio: 'inherit' });

/** Whether an earlier start of this demonstration decided it. */
async function isDecided(): Promise<boolean> {
  const listing = spawn(process.execPath, [resolve(ROOT, 'api/run.mjs'), 'admin', 'decision', 'listar'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed: Buffer[] = [];
  listing.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  await once(listing, 'close');
  return Buffer.concat(printed).includes('contrato_whatsapp');
}

/** The channel is not activated without the town's decision: here it is a rehearsal of it, and says so. */
async function decide(): Promise<void> {
  if (await isDecided()) return;
  const signed = ['--acto', 'Demostración en este computador', '--firmante', 'Quien prueba el programa'];
  const fecha = ['--fecha', localDate(systemClock.now())];
  const order = ['admin', 'decision', 'registrar', 'contrato_whatsapp', 'DEMOSTRACION', ...signed, ...fecha];
  const [code] = (await once(run(...order), 'exit')) as [number | null];
  if (code !== 0) process.exit(code ?? 1);
}

async function main(): Promise<void> {
  await decide();
  const children = [run('start'), run('sim')];
  const stop = (): void => children.forEach((child) => child.kill('SIGTERM'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // Neither is of use without the other.
  await Promise.race(children.map((child) => once(child, 'exit')));
  stop();
}

void main();
