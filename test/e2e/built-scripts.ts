import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../fakes/pages-app';

const NAMES = ['chat', 'conversacion', 'mejoras', 'verificar'] as const;

/** The browsers' scripts compiled by the build. */
export interface BuiltScripts {
  /** Files by public path. */
  readonly files: Readonly<Record<`/${(typeof NAMES)[number]}.js`, string>>;
  remove(): void;
}

// The build is an ES module, which jest's require cannot load: a child runs it.
const BUILD = `import(process.argv[1]).then(({ buildForBrowser }) => buildForBrowser(process.argv[2]))`;

export function buildScripts(): BuiltScripts {
  const folder = mkdtempSync(join(tmpdir(), 'paginas-'));
  execFileSync(process.execPath, ['-e', BUILD, pathToFileURL(join(ROOT, 'api/build.mjs')).href, folder]);
  return {
    files: Object.fromEntries(
      NAMES.map((name) => [`/${name}.js`, join(folder, `${name}.js`)]),
    ) as BuiltScripts['files'],
    remove: () => rmSync(folder, { recursive: true }),
  };
}
