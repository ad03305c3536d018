import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareCarpeta } from '../../api/documents/carpeta/carpeta-connector';
import { bagFaults } from '../api/documents/bag-validator';
import { buildProgram, removeProgram } from '../fakes/build-program';

const CASES = 12;
const KILLS = 2;
/** It starts the program three times on a machine that may be busy. */
const PATIENCE_MS = 240_000;

let program: string;
let running: ChildProcess | undefined;
const root = mkdtempSync(join(tmpdir(), 'entregas-'));
const carpeta = mkdtempSync(join(tmpdir(), 'gestor-'));
const salida = join(carpeta, 'salida-prueba');

beforeAll(async () => {
  program = await buildProgram('test/faults/deliverer-process.ts');
  await prepareCarpeta(carpeta, 'Léame');
});

afterAll(() => {
  running?.kill('SIGKILL');
  removeProgram(program);
  for (const dir of [root, carpeta]) rmSync(dir, { recursive: true, force: true });
});

const entries = () => readdirSync(salida);
const whole = () => entries().filter((name) => !name.startsWith('.'));

/** Runs a deliverer to its end, or until `goal` shows in the folder; its exit code, or null when it was killed. */
function runUntil(goal: () => boolean): Promise<number | null> {
  const child = spawn(process.execPath, [program, root, carpeta, String(CASES)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running = child;
  const watch = setInterval(() => {
    if (goal()) child.kill('SIGKILL');
  }, 1);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearInterval(watch);
      resolve(code);
    }),
  );
}

describe('a deliverer killed while it writes and after it has renamed', () => {
  it(
    'leaves one whole package of each case, in order',
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        const before = whole().length;
        const drafts = entries().length - before;
        // In turns: while one is being written, and as soon as some are in place.
        const writing = () => entries().length - whole().length > drafts;
        await runUntil(kill % 2 === 0 ? writing : () => whole().length >= before + 3);
        const numbers = whole().map((name) => Number(name.slice(-6)));
        expect(numbers.toSorted((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
      }
      expect(await runUntil(() => false)).toBe(0);
      const names = whole();
      expect(names).toHaveLength(CASES);
      const said = names.map((name) => readFileSync(join(salida, name, 'data/texto.txt'), 'utf8'));
      expect(new Set(said).size).toBe(CASES);
      for (const name of names) expect(bagFaults(join(salida, name))).toEqual([]);
    },
    PATIENCE_MS,
  );
});
