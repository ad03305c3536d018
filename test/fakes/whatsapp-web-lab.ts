import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { every } from '../../api/base/jobs/every';
import { systemClock } from '../../api/base/kernel/clock';
import { createWhatsappWeb } from '../../bot/channels/whatsapp-web/create-whatsapp-web';
import { type Child, forkChild } from '../../bot/channels/whatsapp-web/session/fork-child';
import { sessionFolder } from '../../bot/channels/whatsapp-web/session/session-folder';
import { treeMemory } from '../../bot/channels/whatsapp-web/session/tree-memory';
import type { Marca } from '../../bot/channels/whatsapp-web/whatsapp-web';
import { FORMATO_BYTES } from './a-file';
import type { chatTown } from './chat-town';
import { fakeReceiveFile } from './fake-receive-file';
import { memoryPersonas } from './memory-personas';
import { sampleContent } from './sample-facts';

const FIXTURES = join(__dirname, '../bot/channels/whatsapp-web/fixtures');

type Town = ReturnType<typeof chatTown>;

/** A message that the page sent. */
export interface LabMessage {
  readonly to: string;
  readonly body: string;
  readonly id: string;
  readonly type: string;
  readonly filename?: string;
  readonly bytes?: number;
}

/**
 * The real library in a real browser, in its child program, on a page of ours in the place of WhatsApp's. `page` runs a
 * script there, as a phone and its people would do things.
 */
export function whatsappWebLab(program: string, town: Town) {
  const root = mkdtempSync(join(tmpdir(), 'wweb-'));
  const folder = sessionFolder(root);
  const marks: Marca[] = [];
  const children: Child[] = [];
  const answers = new Map<number, (told: { valor?: unknown; falla?: string }) => void>();
  const files = fakeReceiveFile();
  let asked = 0;
  const startChild = (): Child => {
    const child = forkChild(program, folder.sesion)();
    children.push(child);
    child.onMessage((told) => {
      const answer = told as { n?: number; valor?: unknown; falla?: string };
      if (answer.n !== undefined) answers.get(answer.n)?.(answer);
    });
    return child;
  };
  const personas = memoryPersonas();
  const deps = {
    clock: systemClock,
    logger: town.deps.logger,
    folder,
    startChild,
    ajustes: { pagina: { version: 'lab-1', carpeta: FIXTURES } },
    every,
    wait: async (milliseconds: number) => wait(milliseconds, undefined, { ref: false }),
    memoryOf: treeMemory,
  };
  const open = () =>
    createWhatsappWeb({
      ...deps,
      personas,
      receiveFile: files.receive,
      openArchivo: async () => FORMATO_BYTES,
      texts: () => sampleContent.texts,
      aceptado: true,
      random: () => 0,
    });
  const channel = open();
  channel.onAck((marca) => marks.push(marca));
  return {
    channel,
    deps,
    open,
    folder,
    root,
    marks,
    children,
    files,
    personas,
    page<T>(script: string): Promise<T> {
      const n = (asked += 1);
      return new Promise((resolve, reject) => {
        answers.set(n, ({ valor, falla }) => (falla ? reject(new Error(falla)) : resolve(valor as T)));
        children.at(-1)?.send({ pagina: script, n } as never);
      });
    },
    async close(): Promise<void> {
      await channel.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
