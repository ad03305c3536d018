import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Product, until } from '../e2e/product';

const ROOT = join(__dirname, '../..');

/** Loaded before everything in each thread: the store's ends as by a fault of its own when the file appears. */
const deadly = (trigger: string): string => `
  const { isMainThread, workerData } = require('node:worker_threads');
  const { existsSync, rmSync } = require('node:fs');
  if (!isMainThread && workerData?.folder) setInterval(() => {
    if (!existsSync(${JSON.stringify(trigger)})) return;
    rmSync(${JSON.stringify(trigger)});
    throw new Error('the thread of the store dies');
  }, 20).unref();
`;

interface Acuse {
  readonly recepcion: string;
  readonly codigo: string;
}

describe('the product on a data folder whose name is too long for a socket', () => {
  const place = mkdtempSync(join(tmpdir(), 'store-thread-'));
  const dataDir = join(place, 'carpeta-de-nombre-largo-'.repeat(5), 'datos');
  const trigger = join(place, 'muere');
  let product: Product;

  beforeAll(async () => {
    const preload = join(place, 'preload.cjs');
    writeFileSync(preload, deadly(trigger));
    product = await Product.start({ DATA_DIR: dataDir, NODE_OPTIONS: `--require ${preload}` });
  }, 120_000);
  afterAll(async () => {
    await product?.stop();
    rmSync(place, { recursive: true, force: true });
  });

  async function file(texto: string): Promise<Acuse> {
    const filed = await fetch(`${product.url}/v1/pqrsd`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ texto }),
    });
    expect(filed.status).toBe(201);
    return (await filed.json()) as Acuse;
  }

  const tracked = ({ recepcion, codigo }: Acuse) =>
    fetch(`${product.url}/v1/pqrsd/${recepcion}`, { headers: { 'X-Codigo': codigo } });

  /** An administrator's command, attached to the store of the server that runs. */
  async function admin(...args: string[]): Promise<string> {
    const command = [join(ROOT, 'api/run.mjs'), 'admin', ...args];
    const env = { ...process.env, DATA_DIR: dataDir };
    return (await promisify(execFile)(process.execPath, command, { env })).stdout;
  }

  it('serves citizens and an attached administrator', async () => {
    expect(Buffer.byteLength(join(dataDir, 'store/sockets'))).toBeGreaterThan(107);
    const acuse = await file('La lámpara de la esquina lleva una semana apagada.');
    expect((await tracked(acuse)).status).toBe(200);
    expect(await admin('libro', 'verificar')).toMatch(/PRUEBA.* 1 /);
  }, 120_000);

  it('ends when the thread of its store dies; its parent starts it again with all that was filed', async () => {
    const acuse = await file('El andén de la escuela está roto.');
    writeFileSync(trigger, '');
    await until('the thread dies', () => (existsSync(trigger) ? undefined : true));
    await until('the parent starts the server again', () =>
      product.log.includes('se inicia otra vez') ? true : undefined,
    );
    await product.ready();
    expect((await tracked(acuse)).status).toBe(200);
    await file('Y sigue roto.');
    expect(await admin('libro', 'verificar')).toMatch(/PRUEBA.* 3 /);
  }, 180_000);
});
