// Compiles the product with esbuild into .build/: server code for Node with its packages left outside,
// browser scripts in one file each. Takes about a second; a file is replaced only when its content changes.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { parse } from 'yaml';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const OUT = join(ROOT, '.build');

const NODE_ENTRIES = {
  main: 'api/main.ts',
  'store-worker': 'api/base/store/embedded/worker.ts',
  'verificador-file': 'api/constancia/verificador/verificador-file.ts',
  'examiner-thread': 'api/base/anexos/recibir/examiner-thread.ts',
};
/** Programs of whoever works on the product; compiled only when asked for. */
const WORKSHOP_ENTRIES = {
  bench: 'test/load/bench.ts',
  specs: 'test/specs/specs.ts',
  sim: 'test/whatsapp-sim/cli.ts',
  'demo-whatsapp': 'test/whatsapp-sim/demo.ts',
};
const BROWSER_ENTRIES = {
  chat: 'bot/channels/web-chat/embed/embed.ts',
  conversacion: 'bot/channels/web-chat/widget/chat.ts',
  mejoras: 'api/paginas/mejoras.browser.ts',
  verificar: 'api/constancia/verificar.browser.ts',
  verificador: 'api/constancia/verificador/verificador.browser.ts',
};

/** What a script may weigh, compressed, in bytes: who has little data pays for each. */
const MOST = { 'chat.js': 3 * 1024, 'conversacion.js': 25 * 1024 };

const shared = {
  absWorkingDir: ROOT,
  bundle: true,
  write: false,
  outdir: OUT,
  logLevel: 'error',
  legalComments: 'none',
};

const forNode = (entryPoints) =>
  esbuild.build({
    ...shared,
    entryPoints,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outExtension: { '.js': '.cjs' },
  });

const forBrowser = (entryPoints) =>
  esbuild.build({
    ...shared,
    entryPoints,
    platform: 'browser',
    target: 'es2020',
    format: 'iife',
    minify: true,
    define: { TEXTOS_INCRUSTADO: JSON.stringify(embedTexts()) },
  });

// The button in the pages of others cannot ask the server for its words.
const embedTexts = () =>
  parse(readFileSync(join(ROOT, 'content/textos/chat-web.yaml'), 'utf8')).chatWeb.incrustado;

function refuseHeavy({ path, contents }) {
  const most = MOST[basename(path)];
  const bytes = most && gzipSync(contents, { level: 9 }).length;
  if (bytes > most)
    throw new Error(`${basename(path)} weighs ${bytes} bytes compressed; it may weigh ${most}`);
}

/** The scripts of the pages, in `folder`. */
export async function buildForBrowser(folder) {
  const { outputFiles } = await forBrowser(BROWSER_ENTRIES);
  await esbuild.stop();
  for (const { path, contents } of outputFiles) writeFileSync(join(folder, basename(path)), contents);
}

// Another process may be running the file that is there: a new one takes its place whole, or nothing changes.
function replaceIfChanged(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, contents);
  renameSync(draft, path);
}

/** True for a command that is a program of its own, beside the product. */
export const isWorkshop = (command) => Object.hasOwn(WORKSHOP_ENTRIES, command);

export async function build(command) {
  mkdirSync(OUT, { recursive: true });
  const results = await Promise.all([
    forNode(isWorkshop(command) ? { ...NODE_ENTRIES, [command]: WORKSHOP_ENTRIES[command] } : NODE_ENTRIES),
    forBrowser(BROWSER_ENTRIES),
  ]);
  // Its service would otherwise stay beside the server for as long as it runs.
  await esbuild.stop();
  for (const { outputFiles } of results) {
    outputFiles.forEach(refuseHeavy);
    for (const file of outputFiles) replaceIfChanged(file.path, Buffer.from(file.contents));
  }
  writeVerificador();
}

/** The verifier that is downloaded: page, words, style and script in one file. */
function writeVerificador() {
  const { verificadorFile } = createRequire(import.meta.url)(join(OUT, 'verificador-file.cjs'));
  const html = verificadorFile(ROOT, readFileSync(join(OUT, 'verificador.js'), 'utf8'));
  replaceIfChanged(join(OUT, 'verificador.html'), Buffer.from(html));
}
