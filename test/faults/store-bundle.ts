import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '../..');

export interface Bundled {
  /** The bundled program. */
  readonly program: string;
  readonly workerFile: string;
  remove(): void;
}

/** A program of this folder and the store's worker, bundled where their packages are found. */
export async function bundleProgram(name: string): Promise<Bundled> {
  mkdirSync(join(ROOT, '.build'), { recursive: true });
  const outdir = mkdtempSync(join(ROOT, '.build', 'test-'));
  await build({
    entryPoints: {
      program: join(__dirname, `${name}.ts`),
      'store-worker': join(ROOT, 'api/base/store/embedded/worker.ts'),
    },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return {
    program: join(outdir, 'program.cjs'),
    workerFile: join(outdir, 'store-worker.cjs'),
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
}
