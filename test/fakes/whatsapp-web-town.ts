import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WwebChat } from '../../bot/channels/whatsapp-web/child/wweb-client';
import { boundedBy } from '../../bot/channels/whatsapp-web/child/bounded';
import { runClient } from '../../bot/channels/whatsapp-web/child/run-client';
import { createWhatsappWeb } from '../../bot/channels/whatsapp-web/create-whatsapp-web';
import type { Child } from '../../bot/channels/whatsapp-web/session/fork-child';
import { sessionFolder } from '../../bot/channels/whatsapp-web/session/session-folder';
import type { Marca, WhatsappWeb, WhatsappWebDeps } from '../../bot/channels/whatsapp-web/whatsapp-web';
import { toChild } from '../../bot/channels/whatsapp-web/wire/to-child';
import { FORMATO_BYTES } from './a-file';
import { chatTown } from './chat-town';
import { fakeReceiveFile } from './fake-receive-file';
import { type Faults, FakeWwebClient } from './fake-wweb-client';
import { lateWhatsappWeb } from './late-whatsapp-web';
import { type ManualTimers, manualTimers } from './manual-timers';
import { memoryPersonas } from './memory-personas';
import { sampleContent } from './sample-facts';

const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The child program in this process: the same code, on a client that is a script, its messages as JSON. */
function childOn(client: FakeWwebClient, timers: ManualTimers): Child & { dead: boolean } {
  const { wait, every, settle } = timers;
  const heard: ((told: unknown) => void)[] = [];
  const ended: (() => void)[] = [];
  let running: ReturnType<typeof runClient> | undefined;
  const child = {
    // No process: only its memory is asked for by it.
    pid: 1,
    dead: false,
    send(order: unknown) {
      const parsed = toChild.parse(asJson(order));
      if (child.dead) return;
      if (parsed.tipo === 'empezar') {
        const emit = (told: unknown): void => {
          const sent = asJson(told);
          if (!child.dead) setImmediate(() => heard.forEach((listener) => listener(sent)));
        };
        const { medios } = parsed.ajustes;
        running = runClient({
          client,
          medios,
          emit,
          bounded: boundedBy(wait),
          wait,
          every,
          onEnd: () => child.kill(),
        });
        running.start();
      } else setImmediate(() => running?.obey(parsed));
    },
    onMessage: (listener: (told: unknown) => void) => void heard.push(listener),
    onExit: (listener: () => void) => void ended.push(listener),
    kill() {
      if (child.dead) return;
      // What it had said is heard before its end.
      void settle().then(() => {
        child.dead = true;
        ended.forEach((listener) => listener());
      });
    },
  };
  return child;
}

/**
 * The whole channel in this process over a town in memory: only the library's client is a fake. `faults` are those of the
 * next client that is started; time passes only when told.
 */
export function whatsappWebTown(over: Partial<WhatsappWebDeps> = {}, given?: ReturnType<typeof chatTown>) {
  const timers = manualTimers(given?.clock);
  const { clock, wait, every } = timers;
  const root = mkdtempSync(join(tmpdir(), 'wweb-'));
  const folder = sessionFolder(root);
  const clients: FakeWwebClient[] = [];
  const linked = { yes: false };
  const marks: Marca[] = [];
  const next: { faults: Faults; chats: WwebChat[] } = { faults: {}, chats: [] };
  const { late, channels } = lateWhatsappWeb();
  const town = given ?? chatTown({ clock });
  const engine = town.restart({ wait, channels });
  const files = fakeReceiveFile();
  const personas = memoryPersonas();
  const open = (): WhatsappWeb =>
    createWhatsappWeb({
      personas,
      receiveFile: files.receive,
      openArchivo: async () => FORMATO_BYTES,
      texts: () => sampleContent.texts,
      clock,
      logger: town.deps.logger,
      folder,
      startChild() {
        const client = new FakeWwebClient(linked, next.faults);
        client.chats = next.chats;
        clients.push(client);
        return childOn(client, timers);
      },
      ajustes: {},
      aceptado: true,
      every,
      wait,
      random: () => 0.5,
      memoryOf: async () => undefined,
      ...over,
    });
  const channel = open();
  late.channel = channel;
  channel.onAck((marca) => marks.push(marca));
  return {
    ...timers,
    town,
    engine,
    root,
    folder,
    clients,
    linked,
    marks,
    next,
    files,
    personas,
    channel,
    open,
    client: (): FakeWwebClient => clients.at(-1) as FakeWwebClient,
    /** Lets time run by itself, fast; gives how to stop it. */
    run(): () => void {
      let stopped = false;
      const go = async (): Promise<void> => {
        while (!stopped) await timers.advance(250);
      };
      void go();
      return () => {
        stopped = true;
      };
    },
    /** Waits, without moving the clock, for what ends by itself: files are real. */
    async until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
      const end = performance.now() + 20_000;
      while (!(await holds())) {
        if (performance.now() > end) throw new Error(`not in time: ${what}`);
        await timers.settle();
      }
    },
    /** Starts, and waits for the program of the session to be told to start. */
    async start(): Promise<FakeWwebClient> {
      await channel.start(engine);
      await timers.advance(1_000);
      while (clients.length === 0) await timers.settle();
      await timers.settle();
      return clients.at(-1) as FakeWwebClient;
    },
    /** Linked and ready, as on any day. */
    async ready(): Promise<FakeWwebClient> {
      linked.yes = true;
      const client = await this.start();
      await this.until('ready', () => channel.session().fase === 'READY');
      return client;
    },
    async close(): Promise<void> {
      let stopped = false;
      const stopping = channel.stop().then(() => (stopped = true));
      while (!stopped) await timers.advance(1_000);
      await stopping;
      rmSync(root, { recursive: true, force: true });
    },
  };
}
