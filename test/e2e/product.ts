import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const DEADLINE_MS = 60_000;

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Asks until the answer is not undefined; past the deadline it is an error that says what was awaited. */
export async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = performance.now() + DEADLINE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`not in a minute: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The product as a town runs it: `npm start` on a data folder of its own, on loopback. */
export class Product {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'producto-'));
  log = '';
  private child: ChildProcess | undefined;
  private env: Readonly<Record<string, string>> = {};

  private constructor(readonly port: number) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<Product> {
    const product = new Product(await freePort());
    await product.launch(env);
    return product;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async launch(env: Readonly<Record<string, string>> = this.env): Promise<void> {
    this.env = env;
    const own = {
      PORT: String(this.port),
      DATA_DIR: this.dataDir,
      PUBLIC_URL: this.url,
      ALMACEN_RECORRIDOS: 'rechazados',
      ...env,
    };
    const child = spawn(process.execPath, [join(ROOT, 'api/run.mjs'), 'start'], {
      env: { ...process.env, ...own },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (this.log += String(chunk)));
    await this.ready();
  }

  ready(): Promise<true> {
    return until('the server is ready', async () => {
      if (this.child?.exitCode !== null) throw new Error(`the server ended: ${this.log}`);
      return (await this.answers()) ? true : undefined;
    });
  }

  async answers(): Promise<boolean> {
    return fetch(`${this.url}/salud`).then(
      (response) => response.ok,
      () => false,
    );
  }

  /** Kills the server without warning; the parent starts it again. */
  async killServer(): Promise<void> {
    const before = this.serverPid();
    process.kill(before, 'SIGKILL');
    await until('the parent starts another server', () => {
      const now = this.findServerPid();
      return now !== undefined && now !== before ? true : undefined;
    });
    await this.ready();
  }

  /** Kills parent and server at once, as pulling the plug does, and starts again on the same data, as it was started. */
  async pullThePlug(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
    const pids = [this.child?.pid ?? 0, this.serverPid()];
    const gone = new Promise((resolve) => this.child?.once('exit', resolve));
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await gone;
    await until('the port is free', async () => ((await this.answers()) ? undefined : true));
    await meanwhile();
    await this.launch();
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (child && child.exitCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private serverPid(): number {
    const pid = this.findServerPid();
    if (pid === undefined) throw new Error('the parent has no server');
    return pid;
  }

  private findServerPid(): number | undefined {
    const parent = this.child?.pid ?? 0;
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ');
    // esbuild's own service may still be ending beside the server.
    return children.map(Number).find((pid) => pid > 0 && commandOf(pid).includes('main.cjs'));
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
