import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { text as readText } from 'node:stream/consumers';
import { contentCheck } from './admin/content-check';
import { runAdmin } from './admin/run-admin';
import { readlinePrompts } from './admin/ventanilla/readline-prompts';
import { systemClock } from './base/kernel/clock';
import { createLogger } from './base/kernel/logger';
import { ensureIndexes } from './base/store/connect';
import { openDrafts, openEngine, ventanillaOf } from './conversation';
import { openOffice } from './office';
import { CONTENT_DIR, EXIT, io, open, openConfig, openings, readContent, refuse, saidBy } from './program';
import { serve } from './serve';
import { consumoForAdmin } from './whatsapp';
import { whatsappWebForAdmin } from './whatsapp-web';
import { recordFilings } from '../bot/channels/terminal/record-filings';
import { runGuion, runTerminalChat } from '../bot/channels/terminal/terminal-chat';

/** `chat`: converses at the terminal; `chat --guion FILE`: plays a script. */
async function chat([option, file]: readonly string[]): Promise<number> {
  const disk = readContent();
  if (option !== undefined && (option !== '--guion' || file === undefined)) {
    return refuse(2, saidBy(disk, 'terminal.uso'));
  }
  const guion = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (file !== undefined && guion === undefined)
    return refuse(EXIT.failed, saidBy(disk, 'admin.archivoIlegible', { archivo: file }));
  const installation = await open('attach-or-own', openConfig(), disk);
  const texts = () => installation.content.texts;
  const office = await openOffice({ ...installation, drafts: await openDrafts(installation) });
  const { ventanilla, radicados } = recordFilings(ventanillaOf(office));
  const engine = await openEngine(installation, ventanilla, 0);
  await ensureIndexes(installation.connection);
  const terminal = { chat: engine, clock: systemClock, texts, print: io.out };
  if (guion !== undefined) await runGuion({ ...terminal, guion, radicados });
  else await runTerminalChat({ ...terminal, input: createInterface({ input: process.stdin }) });
  await engine.idle();
  await installation.close();
  return 0;
}

function admin(args: readonly string[]): Promise<number> {
  const [config, disk] = [openConfig(), readContent()];
  const prompts = () => readlinePrompts({ input: process.stdin, output: process.stderr });
  const keyboard = { prompts, readInput: () => readText(process.stdin) };
  return runAdmin(args, {
    config,
    disk,
    io,
    ...keyboard,
    whatsappWeb: whatsappWebForAdmin,
    consumo: consumoForAdmin,
    contentDir: CONTENT_DIR,
    ...openings(config, disk),
  });
}

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  start: async () => {
    await serve();
    return 0;
  },
  chat,
  admin,
  'content-check': () => Promise.resolve(contentCheck(CONTENT_DIR, io)),
};

const [command = 'start', ...args] = process.argv.slice(2);
const run = COMMANDS[command] ?? (() => Promise.resolve(refuse(2, `unknown command: ${command}`)));

run(args).then(
  (code) => process.exit(code),
  (cause: unknown) => {
    createLogger().error('program.failed', { command }, cause);
    process.exit(EXIT.failed);
  },
);
