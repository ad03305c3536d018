import { createHash } from 'node:crypto';
import type { Logger } from '../../api/base/kernel/logger';
import { newId } from '../../api/base/kernel/ids';
import { ok } from '../../api/base/kernel/result';
import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSealing } from '../../api/base/sealing/sealing';
import type { Canal } from '../../api/base/kernel/vocabulary';
import type { InboundMessage, Interlocutor, PushChannel } from '../../bot/channels/channel';
import { createBotkitPlayer } from '../../bot/engine/botkit-player';
import { contentCards } from '../../bot/engine/cards';
import { createEngine } from '../../bot/engine/create-engine';
import { createScript } from '../../bot/engine/script';
import type { TurnDeps } from '../../bot/engine/turn-deps';
import { createWake } from '../../bot/engine/wake';
import { fakeVentanilla } from './fake-ventanilla';
import { manualClock } from './manual-clock';
import { memoryConversaciones } from './memory-conversaciones';
import { memoryInbox } from './memory-inbox';
import { HOME, sampleDialogs } from './sample-dialogs';
import { sampleContent, sampleUnderstand } from './sample-facts';

const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));

/** An engine over stores in memory, with Botkit and the sample dialogs. `restart` is a new process on the same stores. */
export function chatTown(over: Partial<TurnDeps> = {}) {
  const clock = manualClock();
  const inbox = memoryInbox(sealing, clock);
  const conversaciones = memoryConversaciones(sealing);
  const ventanilla = fakeVentanilla();
  const log: string[] = [];
  const write = (event: string, fields?: object, cause?: unknown) =>
    log.push(JSON.stringify([event, fields, cause instanceof Error ? cause.name : undefined]));
  const logger: Logger = { info: write, warn: write, error: write };
  const files = new Map<string, string>();
  /** Filled by whoever joins a channel that pushes. */
  const channels: Partial<Record<Canal, PushChannel>> = {};
  const deps: TurnDeps = {
    channels,
    inbox,
    conversaciones,
    ventanilla,
    script: createScript(sampleDialogs(), HOME, contentCards),
    player: createBotkitPlayer(),
    content: () => sampleContent,
    publicUrl: 'https://chat.example.org',
    understand: sampleUnderstand,
    prueba: () => true,
    sealing,
    storeLongText: async (texto, nombre) => {
      const sha256 = createHash('sha256').update(texto).digest('hex');
      files.set(sha256, texto);
      return ok({ sha256, nombre, tipo: 'text/plain', bytes: Buffer.byteLength(texto) });
    },
    clock,
    logger,
    wake: createWake(),
    newKey: newId,
    wait: async () => {},
    esperaMs: 0,
    ...over,
  };
  const start = (more: Partial<TurnDeps> = {}) => createEngine({ ...deps, ...more });
  const engine = start();
  let sent = 0;
  const messageOf = (texto: string, who: Interlocutor = ANA, externalId = `m${++sent}`): InboundMessage => ({
    ...who,
    externalId,
    texto,
    anexos: [],
    enviadoEn: clock.now(),
  });
  const repliesOf = async (who: Interlocutor = ANA, after = 0) =>
    (await engine.repliesAfter(who, after)).map(({ texto }) => texto);
  return {
    clock,
    inbox,
    conversaciones,
    ventanilla,
    log,
    files,
    channels,
    deps,
    engine,
    restart: start,
    messageOf,
    repliesOf,
    /** One message and, once its turn is over, what it was answered. */
    async send(texto: string, who: Interlocutor = ANA): Promise<string> {
      const before = (await engine.repliesAfter(who, 0)).at(-1)?.seq ?? 0;
      await engine.accept(messageOf(texto, who));
      await engine.settled(who);
      return (await repliesOf(who, before)).join('\n---\n');
    },
  };
}

export const ANA: Interlocutor = { canal: 'WHATSAPP', conversacion: '573001112233' };
