import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../api/base/kernel/clock';
import { silentLogger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { readConfig } from '../../api/config';
import { firstBrokenLink, GENESIS } from '../../api/comunicaciones/book-chain';
import { openInstallation } from '../../api/installation';
import { openOffice } from '../../api/office';
import type { Pqrsd } from '../../api/pqrsd/pqrsd';
import { loadContent } from '../../content/load-content';
import { buildProgram, removeProgram } from '../fakes/build-program';
import { CONTENT_DIR } from '../fakes/pqrsd-office';

const PER_PROCESS = 400;
const KILLS = 5;

let program: string;
const dataDir = mkdtempSync(join(tmpdir(), 'libro-'));

beforeAll(async () => {
  program = await buildProgram('test/faults/filer-process.ts');
});

afterAll(() => {
  removeProgram(program);
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts a filer and notes what it acknowledges. */
function startFiler(name: string, acknowledged: Map<string, string>): ChildProcess {
  const child = spawn(process.execPath, [program, dataDir, name, '0', String(PER_PROCESS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    const [clave = '', recepcion = ''] = line.split(' ');
    // An acknowledgement once given never changes, also when the key is repeated after a death.
    if (acknowledged.has(clave)) expect(acknowledged.get(clave)).toBe(recepcion);
    acknowledged.set(clave, recepcion);
  });
  return child;
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));

/** Runs a filer to its end, killing it each time it has acknowledged some more, `kills` times. */
async function runKilled(name: string, kills: number, acknowledged: Map<string, string>): Promise<void> {
  for (let k = 0; k <= kills; k++) {
    const child = startFiler(name, acknowledged);
    const close = ended(child);
    if (k < kills) {
      const goal = acknowledged.size + 5 + Math.floor(Math.random() * 60);
      const watch = setInterval(() => {
        if (acknowledged.size >= goal) child.kill('SIGKILL');
      }, 1);
      await close;
      clearInterval(watch);
    } else expect(await close).toBe(0);
  }
}

async function readBook(): Promise<Pqrsd[]> {
  const content = valueOf(loadContent(CONTENT_DIR));
  const config = valueOf(readConfig({ DATA_DIR: dataDir }));
  const deps = {
    config,
    disk: { ok: true, value: content },
    clock: systemClock,
    logger: silentLogger,
    mode: 'attach-or-own',
  } as const;
  const installation = valueOf(await openInstallation(deps));
  const { model } = await openOffice(installation);
  const pages = await model.find({}).sort({ anio: 1, numero: 1, _id: 1 }).lean<Pqrsd[]>();
  await installation.close();
  return pages;
}

describe('two processes with 64 filers each, killed at random, one of them the owner of the store', () => {
  it('give exactly 1..N, each acknowledged filing once, in one unbroken chain', async () => {
    const acknowledged = new Map<string, string>();
    await Promise.all([runKilled('a', KILLS, acknowledged), runKilled('b', KILLS, acknowledged)]);
    expect(acknowledged.size).toBe(2 * PER_PROCESS);

    const pages = await readBook();
    expect(pages.map((page) => page.numero)).toEqual(pages.map((_, i) => i + 1));
    expect(pages).toHaveLength(2 * PER_PROCESS);
    const byNumber = new Map(pages.map((page) => [page.recepcion, page]));
    expect(new Set(acknowledged.values()).size).toBe(acknowledged.size);
    for (const recepcion of acknowledged.values()) expect(byNumber.has(recepcion)).toBe(true);

    let anterior = GENESIS;
    for (const page of pages) {
      expect(firstBrokenLink(page.eventos, anterior)).toBeUndefined();
      anterior = page.eventos[0]?.hash ?? '';
    }
  }, 120_000);
});
