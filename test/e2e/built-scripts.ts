import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../fakes/pages-app';

const ENTRIES = {
  '/chat.js': 'bot/channels/web-chat/widget/chat.ts',
  '/mejoras.js': 'api/paginas/mejoras.browser.ts',
  '/verificar.js': 'api/constancia/verificar.browser.ts',
} as const;

/** The browsers' scripts compiled as the build does. */
export interface BuiltScripts {
  /** Files by public path. */
  readonly files: Readonly<Record<keyof typeof ENTRIES, string>>;
  remove(): void;
}

export function buildScripts(): BuiltScripts {
  const folder = mkdtempSync(join(tmpdir(), 'paginas-'));
  const esbuild = require.resolve('esbuild/bin/esbuild');
  const built = Object.entries(ENTRIES).map(([path, entry]) => {
    const file = join(folder, path.slice(1));
    const flags = [
      '--bundle',
      '--minify',
      '--format=iife',
      '--target=es2020',
      '--log-level=error',
      `--outfile=${file}`,
    ];
    execFileSync(process.execPath, [esbuild, join(ROOT, entry), ...flags]);
    return [path, file];
  });
  return {
    files: Object.fromEntries(built) as BuiltScripts['files'],
    remove: () => rmSync(folder, { recursive: true }),
  };
}
