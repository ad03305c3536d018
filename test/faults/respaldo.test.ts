import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { systemClock } from '../../api/base/kernel/clock';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { openStore } from '../../api/base/store/open-store';
import { readConfig } from '../../api/config';
import { openInstallation } from '../../api/installation';
import { loadContent } from '../../content/load-content';
import { readAll } from '../contracts/anexos-contract';
import { Product, until } from '../e2e/product';
import { CONTENT_DIR } from '../fakes/pqrsd-office';

jest.setTimeout(300_000);

const ROOT = join(__dirname, '../..');
const MAIN = join(ROOT, '.build/main.cjs');
/** Enough for a backup, and a restoration, to last while something is done to them. */
const BULK = 15_000;

interface Filed {
  readonly recepcion: string;
  readonly codigo: string;
}

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

/** A command of the program, as its own process. */
function run(args: readonly string[], env: Readonly<Record<string, string>>) {
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += String(chunk)));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, text })));
  return { child, ended };
}

async function file(product: Product, n: number, texto = `Petición número ${n}`): Promise<Filed> {
  const response = await fetch(`${product.url}/v1/pqrsd`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `respaldo-${n}` },
    body: JSON.stringify({ texto }),
  });
  expect(response.status).toBe(201);
  return (await response.json()) as Filed;
}

const track = async (product: Product, { recepcion, codigo }: Filed): Promise<number> =>
  (await fetch(`${product.url}/v1/pqrsd/${recepcion}`, { headers: { 'X-Codigo': codigo } })).status;

/** Many documents through the running owner, so that reading them all takes a while. */
async function addBulk(dataDir: string): Promise<void> {
  const mode = 'attach-or-own';
  const store = valueOf(await openStore({ dataDir, mode, thread: 'inline', logger: silentLogger }));
  const client = await MongoClient.connect(store.uri);
  const rows = Array.from({ length: BULK }, (_, _id) => ({ _id, texto: 'x'.repeat(600) }));
  await client.db().collection<{ _id: number }>('relleno').insertMany(rows);
  await client.close();
  await store.close();
}

const numberOf = ({ recepcion }: Filed): number => Number(/(\d+)$/.exec(recepcion)?.[1]);

describe('a town that is backed up while it serves, and lost', () => {
  const work = mkdtempSync(join(tmpdir(), 'respaldo-e2e-'));
  const dir = join(work, 'usb');
  const restored = join(work, 'nuevo');
  const longText = 'Esto es muy largo. '.repeat(6_000).trim();
  const filed: Filed[] = [];
  let product: Product;
  let env: Readonly<Record<string, string>>;
  let backup: string;

  beforeAll(async () => {
    mkdirSync(dir);
    product = await Product.start({ CLAVES_DIR: join(work, 'claves') });
    env = { DATA_DIR: product.dataDir, CLAVES_DIR: join(work, 'claves') };
    for (let n = 0; n < 5; n++) filed.push(await file(product, n));
    filed.push(await file(product, 5, longText));
    await addBulk(product.dataDir);
  });
  afterAll(async () => {
    await product?.stop();
    rmSync(work, { recursive: true, force: true });
  });

  const whole = () => readdirSync(dir).filter((name) => !name.startsWith('.'));

  it('a backup that is killed leaves nothing that looks whole', async () => {
    const { child, ended } = run(['admin', 'respaldo', dir], env);
    await until('it has begun', () => readdirSync(dir).find((name) => name.endsWith('sin-terminar')));
    child.kill('SIGKILL');
    await ended;
    expect(whole()).toEqual([]);
    const [half = ''] = readdirSync(dir);
    const restoring = run(['admin', 'restaurar', join(dir, half)], { ...env, DATA_DIR: restored });
    expect((await restoring.ended).code).toBe(1);
    expect(existsSync(restored)).toBe(false);
  });

  it('a backup whose server is killed on the way fails and leaves nothing', async () => {
    const before = new Set(readdirSync(dir));
    const { ended } = run(['admin', 'respaldo', dir], env);
    await until('it has begun', () => readdirSync(dir).find((name) => !before.has(name)));
    await product.killServer();
    const { code, text } = await ended;
    expect(text).toContain('No quedó ningún respaldo nuevo');
    expect(code).toBe(1);
    expect(new Set(readdirSync(dir))).toEqual(before);
  });

  it('a backup is whole and verified, and those who file meanwhile wait for nothing', async () => {
    const { ended } = run(['admin', 'respaldo', dir, '--conservar', '3'], env);
    let running = true;
    const done = ended.finally(() => (running = false));
    // The limit of filings of one address in a minute is not what this is about.
    while (running && filed.length < 45) filed.push(await file(product, filed.length));
    const { code, text } = await done;
    expect(text).toContain('Respaldo verificado');
    expect(code).toBe(0);
    expect(filed.length).toBeGreaterThan(7);
    backup = join(dir, whole()[0] ?? '');
  });

  it('a place that a server serves is not restored into', async () => {
    const { code, text } = await run(['admin', 'restaurar', backup], env).ended;
    expect(text).toMatch(/Otro proceso \(número \d+\)/);
    expect(code).toBe(75);
    expect(await track(product, filed[0] as Filed)).toBe(200);
  });

  it('is restored only with its keys', async () => {
    const lost = { DATA_DIR: restored, CLAVES_DIR: join(work, 'sin-claves') };
    const { code, text } = await run(['admin', 'restaurar', backup], lost).ended;
    expect(text).toContain('No hay claves en');
    expect(code).toBe(78);
    expect([existsSync(restored), existsSync(lost.CLAVES_DIR)]).toEqual([false, false]);
  });

  it('killed while it is restored, it is not served; repeated, it is whole', async () => {
    await product.stop();
    const place = { ...env, DATA_DIR: restored };
    const { child, ended } = run(['admin', 'restaurar', backup], place);
    const data = join(restored, 'store/data.mdb');
    await until('documents are being written', () =>
      existsSync(data) && statSync(data).size > 3_000_000 ? true : undefined,
    );
    child.kill('SIGKILL');
    expect((await ended).code).toBeNull();

    const refused = await run(['start'], { ...place, PORT: '0' }).ended;
    expect(refused.text).toContain('no terminó');
    expect(refused.code).toBe(78);
    const book = await run(['admin', 'libro', 'verificar'], place).ended;
    expect(book.code).toBe(78);

    const again = await run(['admin', 'restaurar', backup], place).ended;
    expect(again.text).toContain('Ya puede iniciar el servicio');
    expect(again.code).toBe(0);
    const twice = await run(['admin', 'restaurar', backup], place).ended;
    expect(twice.text).toContain('Aquí ya hay datos');
    expect(twice.code).toBe(1);
  });

  it('goes on: the book is whole, old codes open their cases, the next filing takes the next number', async () => {
    product = await Product.start({ ...env, DATA_DIR: restored });
    const book = await run(['admin', 'libro', 'verificar'], { ...env, DATA_DIR: restored }).ended;
    expect(book.code).toBe(0);
    const kept = Number(/(\d+) comunicaciones, completo/.exec(book.text)?.[1]);
    expect(kept).toBeGreaterThanOrEqual(6);
    expect(kept).toBeLessThanOrEqual(filed.length);
    for (const one of filed.slice(0, 6)) expect(await track(product, one)).toBe(200);
    expect(numberOf(await file(product, 1000))).toBe(kept + 1);
    expect(await track(product, filed[kept - 1] as Filed)).toBe(200);
  });

  it('has its attachments', async () => {
    const config = valueOf(readConfig({ ...env, DATA_DIR: restored }));
    const content = valueOf(loadContent(CONTENT_DIR));
    const deps = {
      config,
      disk: { ok: true, value: content },
      clock: systemClock,
      logger: silentLogger,
      mode: 'attach-or-own',
    } as const;
    const installation = valueOf(await openInstallation(deps));
    const sha256 = createHash('sha256').update(longText).digest('hex');
    expect((await readAll(installation.anexos, sha256))?.toString()).toBe(longText);
    await installation.close();
  });
});
