import { execFileSync } from 'node:child_process';
import { chromium, type Browser } from 'playwright-core';

// The package is an ES module, which jest's require cannot load: a child says where the browser is.
const WHERE = `import('@sparticuz/chromium').then(async ({ default: chromium }) => {
  console.log(JSON.stringify({ path: await chromium.executablePath(), args: chromium.args }));
})`;

// Made for one page in a function's sandbox; a test opens many and needs the browser's own protections.
const UNWANTED = new Set(['--single-process', '--no-zygote', '--disable-web-security']);

/** A real Chromium, from npm alone. */
export async function launchBrowser(): Promise<Browser> {
  const told = execFileSync(process.execPath, ['-e', WHERE], { encoding: 'utf8' });
  const { path, args } = JSON.parse(told) as { path: string; args: string[] };
  return chromium.launch({
    executablePath: path,
    args: args.filter((arg) => !UNWANTED.has(arg)),
    headless: true,
  });
}
