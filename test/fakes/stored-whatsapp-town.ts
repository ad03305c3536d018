import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { Clock } from '../../api/base/kernel/clock';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Logger } from '../../api/base/kernel/logger';
import { valueOf } from '../../api/base/kernel/result';
import { readConfig } from '../../api/config';
import { ventanillaOf } from '../../api/conversation';
import { openInstallation } from '../../api/installation';
import { ensureIndexes } from '../../api/base/store/connect';
import { openNotify } from '../../api/notify';
import { openOffice } from '../../api/office';
import { openWhatsapp } from '../../api/whatsapp';
import { manualClock } from './manual-clock';
import { sampleContent } from './sample-facts';
import { wholeStore } from './whole-store';
import { createSim } from '../whatsapp-sim/create-sim';
import { productSettings } from '../whatsapp-sim/product-settings';

import { newId } from '../../api/base/kernel/ids';
import { dialogs, first } from '../../bot/dialogs';
import { createBotkitPlayer } from '../../bot/engine/botkit-player';
import { contentCards } from '../../bot/engine/cards';
import { createEngine } from '../../bot/engine/create-engine';
import { openMongoConversaciones } from '../../bot/engine/mongo-conversaciones';
import { createScript } from '../../bot/engine/script';
import { createWake } from '../../bot/engine/wake';
import { openMongoInbox } from '../../bot/inbox/mongo-inbox';
import { createUnderstand } from '../../bot/nlu/create-understand';

/** As the real ones are said to be: whoever decodes it reads the phone. */
const wamidOf = (phone: string, n: number): string =>
  `wamid.${Buffer.from(`\u001C\u0018\u000C${phone}\u0015\u0002\u0000${n}`).toString('base64')}`;

/** What is written to the log, as text. */
function textLogger() {
  const lines: string[] = [];
  const write = (event: string, fields?: object, cause?: unknown) =>
    void lines.push(JSON.stringify([event, fields, cause instanceof Error ? cause.stack : undefined]));
  const logger: Logger = { info: write, warn: write, error: write };
  return { lines, logger };
}

/** Where webhooks come, until it is closed. */
async function openDoor() {
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { app, close, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function openStored(graphUrl: string, clock: Clock, logger: Logger) {
  const dataDir = mkdtempSync(join(tmpdir(), 'whatsapp-'));
  const environment = {
    DATA_DIR: dataDir,
    ALMACEN_RECORRIDOS: 'rechazados',
    ...productSettings(graphUrl),
  };
  const config = valueOf(readConfig(environment));
  const disk = { ok: true, value: sampleContent } as const;
  const installation = valueOf(await openInstallation({ config, disk, clock, logger, mode: 'serve' }));
  await ensureIndexes(installation.connection);
  const signed = { acto: 'Prueba', fecha: '2026-11-20', firmante: 'Quien prueba', registradaEn: clock.now() };
  await installation.decisiones.add({ clave: 'contrato_whatsapp', valor: 'PRUEBA', ...signed });
  const office = await openOffice(installation);
  const close = async () => {
    await installation.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { installation, office, whatsapp: await openWhatsapp(installation, async () => undefined), close };
}

async function engineOf({ installation, office, whatsapp }: Awaited<ReturnType<typeof openStored>>) {
  const { config, connection, sealing, clock, logger, storeLongText } = installation;
  const stored = { connection, entidad: config.entidad, sealing, clock, logger };
  return createEngine({
    ...stored,
    inbox: await openMongoInbox(stored),
    conversaciones: await openMongoConversaciones(stored),
    ventanilla: ventanillaOf(office),
    script: createScript(dialogs, first, contentCards),
    player: createBotkitPlayer(),
    content: () => sampleContent,
    publicUrl: config.publicUrl,
    understand: createUnderstand(sampleContent),
    prueba: () => true,
    storeLongText,
    wake: createWake(),
    newKey: newId,
    wait: async () => {},
    esperaMs: 0,
    channels: whatsapp.channels,
  });
}

/**
 * The program's own stores, dialogs and channel before the simulator, where one person writes. The ids of the simulated
 * WhatsApp hold their phone.
 */
export async function storedWhatsappTown(phone: string) {
  const door = await openDoor();
  const clock = manualClock();
  let idle = async (): Promise<void> => {};
  const sim = createSim({
    callbackUrl: `${door.url}/webhooks/whatsapp`,
    settled: () => idle(),
    onAdvance: (milliseconds) => clock.advance(milliseconds),
  });
  let ids = 0;
  Object.assign(sim.world, { nextId: () => wamidOf(phone, (ids += 1)) });
  await sim.start();
  const { lines, logger } = textLogger();
  const stored = await openStored(sim.url, clock, logger);
  const { installation, office, whatsapp } = stored;
  const engine = await engineOf(stored);
  idle = () => engine.idle();
  door.app.use(...whatsapp.webhooks(engine));
  const person = sim.citizen({ phone });
  return {
    sim,
    person,
    office,
    engine,
    log: lines,
    /** Tells people of what happened in their cases. */
    notify: await openNotify(installation, office, whatsapp.avisos),
    look: () => wholeStore(installation.connection, installation.sealing),
    /** Each line at an instant that is told apart from the others. */
    async say(...texts: readonly string[]) {
      for (const texto of texts) {
        await person.text(texto);
        await sim.advance(61_234);
      }
    },
    async close() {
      await engine.idle();
      await sim.stop();
      door.close();
      await stored.close();
    },
  };
}
