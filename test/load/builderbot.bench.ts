import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { latencies, row, type Row } from './row';

const run = promisify(execFile);

const VERSION = '1.3.13';
const WIDTH = 64;
const CONVERSATIONS = 500;
const CHILD = 'builderbot-child.cjs';

const memory = z.object({ rss: z.number(), heapUsed: z.number() });
const report = z.object({
  ms: z.number(),
  cpuMs: z.number(),
  samples: z.array(z.number()),
  lost: z.number().default(0),
  before: memory,
  after: memory,
});

/** What a child wrote after its mark; whatever a library prints before is left out. */
const reportIn = (output: string) => report.parse(JSON.parse(output.slice(output.lastIndexOf('@@') + 2)));

async function measured(name: string, file: string, args: readonly string[], cwd: string): Promise<Row[]> {
  const flags = ['--expose-gc', file, ...args, String(WIDTH), String(CONVERSATIONS)];
  const { stdout } = await run(process.execPath, flags, { cwd, maxBuffer: 1 << 28, timeout: 600_000 });
  const { ms, cpuMs, samples, lost, before, after } = reportIn(stdout);
  const each = (from: number, to: number) => (to - from) / CONVERSATIONS / 1_024;
  return [
    row(name, (samples.length / ms) * 1_000, 'turnos/s'),
    ...latencies(name, samples),
    row(`${name}: procesador, todos los hilos`, cpuMs / samples.length, 'ms/turno'),
    row(`${name}: conversaciones sin respuesta`, lost, ''),
    row(`${name}: memoria residente por conversación`, each(before.rss, after.rss), 'kB'),
    row(`${name}: objetos por conversación`, each(before.heapUsed, after.heapUsed), 'kB'),
  ];
}

async function builderbot(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'builderbot-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--save-exact'];
    await run('npm', ['install', ...flags, `@builderbot/bot@${VERSION}`], { cwd: folder, timeout: 300_000 });
    copyFileSync(join(__dirname, '../test/load', CHILD), join(folder, CHILD));
    const { dependencies = {} } = z
      .object({ dependencies: z.record(z.string(), z.string()).optional() })
      .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    const name = `BuilderBot ${dependencies['@builderbot/bot']}, ${WIDTH} a la vez`;
    return await measured(name, CHILD, [], folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Our turns beside those of BuilderBot, each in a process of its own: five hundred conversations of five turns, 64 at once.
 *
 * What differs. BuilderBot keeps everything in its memory database, which forgets it all when the process ends and looks
 * through the whole history at each message; its flow asks four questions and understands nothing: the text goes into a
 * variable. Ours understands the Spanish of the first text (kind of petition, emergency), asks for the same (text, kind,
 * place, way of signing, name), seals what it keeps, and holds words that work at any step. «Durable» also stores each
 * message and each conversation on disk before it answers; «en memoria» keeps both in the fakes of the tests, which look
 * through everything too. BuilderBot is given 10 ms between an answer and the next message, because one that comes before
 * it noted its own answer is never answered; they count in its turns a second, hardly at this width. Resident memory of «durable» counts the store's thread and the file that it maps.
 */
export async function builderbotBench(): Promise<Row[]> {
  const own = join(__dirname, 'bench.cjs');
  return [
    ...(await builderbot()),
    ...(await measured(`Candelaria en memoria, ${WIDTH} a la vez`, own, ['--hijo', 'memoria'], __dirname)),
    ...(await measured(`Candelaria durable, ${WIDTH} a la vez`, own, ['--hijo', 'almacen'], __dirname)),
  ];
}
