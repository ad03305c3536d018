import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { row, type Row } from './row';

const ROOT = join(__dirname, '..');

export const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Milliseconds from the command to the first 200 of `/salud`. */
export async function startOnce(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<{ ms: number; child: ChildProcess; port: number }> {
  const port = await freePort();
  const began = performance.now();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: '', ...settings };
  const child = spawn(process.execPath, [join(ROOT, 'api/run.mjs'), 'start'], { env, stdio: 'ignore' });
  while (performance.now() - began < 60_000) {
    const ready = await fetch(`http://127.0.0.1:${port}/salud`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return { ms: performance.now() - began, child, port };
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill('SIGKILL');
  throw new Error('the server did not start in a minute');
}

export const stop = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** Anonymous memory of a process and its children, in MB. */
function anonymousMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kb = Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0);
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean);
  return kb / 1024 + children.reduce((sum, child) => sum + anonymousMemory(Number(child)), 0);
}

/** How long until it serves, first and warm, and what it holds in memory while idle. */
export async function startBench(dir: string): Promise<Row[]> {
  const data = join(dir, 'datos');
  const first = await startOnce(data);
  await stop(first.child);
  const warm: number[] = [];
  let memory = 0;
  for (let i = 0; i < 3; i++) {
    const { ms, child } = await startOnce(data);
    warm.push(ms);
    if (i === 2 && existsSync('/proc/self/status')) {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      memory = anonymousMemory(child.pid ?? 0);
    }
    await stop(child);
  }
  rmSync(data, { recursive: true, force: true });
  return [
    row('arranque, datos nuevos', first.ms, 'ms'),
    row('arranque, en caliente (mediana de 3)', warm.toSorted((a, b) => a - b)[1] ?? Number.NaN, 'ms'),
    row('memoria anónima en reposo, todos los procesos', memory, 'MB'),
  ];
}
