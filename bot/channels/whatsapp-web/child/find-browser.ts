import { existsSync } from 'node:fs';

export interface FoundBrowser {
  readonly path: string;
  readonly args: readonly string[];
}

const DEBIAN = '/usr/bin/chromium';

// As root no sandbox can be made; whoever runs the program as another user keeps it.
const asRoot = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** The browser that was named, Debian's, or the one of `@sparticuz/chromium`; throws when there is none. */
export async function findBrowser(named: string | undefined): Promise<FoundBrowser> {
  if (named !== undefined) return { path: named, args: asRoot() };
  if (existsSync(DEBIAN)) return { path: DEBIAN, args: asRoot() };
  const { default: packed } = await import('@sparticuz/chromium');
  return { path: await packed.executablePath(), args: asRoot() };
}
