import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(__dirname, '..');
// Each is fenced from the day it exists.
const PRODUCT = ['api', 'bot', 'training', 'content'].filter((folder) => existsSync(join(ROOT, folder)));

interface Source {
  readonly file: string;
  readonly text: string;
  /** Packages by name; ours by path from the root, without extension. */
  readonly imports: readonly string[];
}

const IMPORT = /(?:from\s+|import\s*\(?\s*|require\(\s*|jest\.requireActual\(\s*)['"]([^'"]+)['"]/g;

function sourcesIn(folder: string): Source[] {
  const found: Source[] = [];
  for (const name of readdirSync(join(ROOT, folder))) {
    const file = `${folder}/${name}`;
    if (statSync(join(ROOT, file)).isDirectory()) found.push(...sourcesIn(file));
    else if (/\.(ts|tsx|mjs)$/.test(name)) found.push(parse(file));
  }
  return found;
}

function parse(file: string): Source {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const imports = [...text.matchAll(IMPORT)].map(([, target = '']) =>
    target.startsWith('.') ? normalize(join(dirname(file), target)) : target,
  );
  return { file, text, imports };
}

const sources = PRODUCT.flatMap(sourcesIn);
const inFolder = (folder: string) => (file: string) => file.startsWith(`${folder}/`) || file === folder;
const isPackage = (name: string) => (target: string) => target === name || target.startsWith(`${name}/`);

/** Every import that a rule forbids, as "file → target". */
const offences = (forbidden: (source: Source, target: string) => boolean) =>
  sources.flatMap((s) => s.imports.filter((t) => forbidden(s, t)).map((t) => `${s.file} → ${t}`));

const textOffences = (pattern: RegExp, allowed: (file: string) => boolean) =>
  sources.filter(({ file, text }) => pattern.test(text) && !allowed(file)).map(({ file }) => file);

describe('the fences', () => {
  it('reads the product: an empty listing would pass everything', () => {
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.flatMap((s) => s.imports)).toContain('express');
  });

  const isMongoFile = (file: string) => /\/mongo-[a-z-]+\.ts$/.test(file);
  const PACKAGE_FENCES: [name: string, allowed: (file: string) => boolean][] = [
    ['agenda', inFolder('api/base/jobs')],
    ['@agendajs', inFolder('api/base/jobs')],
    ['botkit', inFolder('bot/engine')],
    ['botbuilder-core', inFolder('bot/engine')],
    ['botbuilder-dialogs', inFolder('bot/engine')],
    ['whatsapp-web.js', (file) => file === 'bot/channels/whatsapp-web/child/library-client.ts'],
    ['@sparticuz/chromium', inFolder('bot/channels/whatsapp-web/child')],
    ['puppeteer', () => false],
    ['natural', inFolder('bot/nlu')],
    ['mongoose', (file) => isMongoFile(file) || inFolder('api/base')(file)],
    ['mongodb', inFolder('api/base')],
    ['lmdb', inFolder('api/base/store/embedded')],
    ['mingo', inFolder('api/base/store/embedded')],
    ['bson', inFolder('api/base/store/embedded')],
    ['nodemailer', inFolder('api/base/correo')],
    ['undici', inFolder('bot/channels/whatsapp-cloud')],
    ['ws', inFolder('bot/channels/web-chat')],
    ['busboy', inFolder('api/base/http')],
    ['@noble/ed25519', inFolder('api/constancia/verificador')],
    ['@fontsource', inFolder('api/constancia')],
    ['pdfkit', inFolder('api/constancia')],
    ['sharp', inFolder('api/base/anexos/recibir')],
    ['file-type', inFolder('api/base/anexos/recibir')],
    ['yauzl', inFolder('api/base/anexos/recibir')],
    ['fflate', inFolder('api/base/anexos/recibir')],
    ['@cantoo/pdf-lib', inFolder('api/base/anexos/recibir')],
  ];

  it.each(PACKAGE_FENCES)('keeps %s where it belongs', (name, allowed) => {
    expect(offences(({ file }, target) => isPackage(name)(target) && !allowed(file))).toEqual([]);
  });

  it('imports natural by sub-path only: its main file reads ./.env', () => {
    expect(offences((_, target) => target === 'natural')).toEqual([]);
  });

  it('reads the environment in config.ts only', () => {
    expect(textOffences(/process\.env\b/, (file) => file === 'api/config.ts')).toEqual([]);
  });

  it('takes the time from the clock only', () => {
    // Browser code has no server clock to ask.
    const allowed = (file: string) =>
      file === 'api/base/kernel/clock.ts' || file.includes('/widget/') || file.endsWith('.browser.ts');
    expect(textOffences(/new Date\(\)|Date\.now\(\)/, allowed)).toEqual([]);
  });

  const isOurs = (target: string) => PRODUCT.some((folder) => inFolder(folder)(target));

  it('lets kernel and content import nothing of ours but themselves', () => {
    for (const folder of ['api/base/kernel', 'content']) {
      const inside = inFolder(folder);
      expect(offences(({ file }, target) => inside(file) && isOurs(target) && !inside(target))).toEqual([]);
    }
  });

  it('lets bot and training import only the kernel, content and themselves', () => {
    for (const folder of ['bot', 'training']) {
      const allowed = (target: string) =>
        [folder, 'api/base/kernel', 'content'].some((f) => inFolder(f)(target));
      expect(
        offences(({ file }, target) => inFolder(folder)(file) && isOurs(target) && !allowed(target)),
      ).toEqual([]);
    }
  });

  const COMPOSITION = ['api/main.ts', 'api/conversation.ts', 'api/whatsapp.ts', 'api/whatsapp-web.ts'];

  it('lets only main.ts, and conversation.ts and whatsapp.ts, which it runs, join api with bot and training', () => {
    const joins = ({ file }: Source, target: string) =>
      inFolder('api')(file) &&
      !COMPOSITION.includes(file) &&
      ['bot', 'training'].some((f) => inFolder(f)(target));
    expect(offences(joins)).toEqual([]);
  });

  it('keeps the library of WhatsApp Web in its child program, which reaches nothing of ours but its own words', () => {
    const child = inFolder('bot/channels/whatsapp-web/child');
    expect(offences(({ file }, target) => child(target) && !child(file))).toEqual([]);
    const allowed = (target: string) =>
      ['bot/channels/whatsapp-web/child', 'bot/channels/whatsapp-web/wire', 'api/base/kernel'].some((f) =>
        inFolder(f)(target),
      ) || target === 'bot/channels/channel';
    expect(offences(({ file }, target) => child(file) && isOurs(target) && !allowed(target))).toEqual([]);
  });

  it('keeps the embedded store free of the product', () => {
    const store = 'api/base/store/embedded';
    const allowed = (target: string) => inFolder(store)(target) || inFolder('api/base/kernel')(target);
    expect(
      offences(({ file }, target) => inFolder(store)(file) && isOurs(target) && !allowed(target)),
    ).toEqual([]);
  });

  it('has no cycle between features', () => {
    const feature = (path: string) => path.split('/').slice(0, 2).join('/');
    const edges = new Map<string, Set<string>>();
    for (const { file, imports } of sources) {
      if (COMPOSITION.includes(file)) continue;
      const from = feature(file);
      for (const target of imports.filter(isOurs).map(feature)) {
        if (target !== from) edges.set(from, (edges.get(from) ?? new Set()).add(target));
      }
    }
    expect(findCycle(edges)).toBeUndefined();
  });
});

function findCycle(edges: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const done = new Set<string>();
  const visit = (node: string, path: readonly string[]): string | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node].join(' → ');
    if (done.has(node)) return undefined;
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next, [...path, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('the tree', () => {
  it('names nothing utils, helpers, common or manager', () => {
    const banned = /(^|[-/])(utils?|helpers?|common|managers?)([-./]|$)/;
    expect(sources.map(({ file }) => relative('.', file)).filter((file) => banned.test(file))).toEqual([]);
  });
});
