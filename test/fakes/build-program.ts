import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '../..');

/** Compiles a program of the tests as the product is compiled, inside the repository so that it finds its packages. */
export async function buildProgram(entry: string): Promise<string> {
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.build/prueba-'));
  const outfile = join(folder, 'program.cjs');
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  return outfile;
}

export const removeProgram = (program: string): void =>
  rmSync(dirname(program), { recursive: true, force: true });
