import express from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudSettings } from '../../bot/channels/whatsapp-cloud/cloud-settings';
import type { OpenArchivo } from '../../bot/channels/channel';
import { createWhatsappCloud } from '../../bot/channels/whatsapp-cloud/whatsapp-cloud';
import { createSim } from '../whatsapp-sim/create-sim';
import { DEFAULTS, type SimOptions } from '../whatsapp-sim/options';
import type { chatTown } from './chat-town';
import { memoryEnvios } from './memory-envios';
import { memoryPersonas } from './memory-personas';
import { realTexts } from './real-texts';
import { fakeReceiveFile } from './fake-receive-file';

export interface CloudTownOptions {
  readonly sim?: Partial<SimOptions>;
  readonly settings?: Partial<CloudSettings>;
  readonly tope?: number;
  readonly personasPorDia?: number;
  /** Our files; absent, there are none. */
  readonly openArchivo?: OpenArchivo;
}

/** A town whose conversation is on WhatsApp, by the real channel, and the simulator of the Cloud API in front of it. */
export async function whatsappCloudTown(town: ReturnType<typeof chatTown>, options: CloudTownOptions = {}) {
  const { clock, logger, sealing, publicUrl } = town.deps;
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;
  const sim = createSim({
    callbackUrl: `${base}/webhooks/whatsapp`,
    settled: () => town.engine.idle(),
    onAdvance: (milliseconds) => town.clock.advance(milliseconds),
    ...options.sim,
  });
  await sim.start();
  const envios = memoryEnvios(clock);
  const personas = memoryPersonas();
  const received = fakeReceiveFile();
  const cloud = createWhatsappCloud({
    settings: settingsOf(sim.url, options.settings),
    envios,
    personas,
    receiveFile: received.receive,
    openArchivo: options.openArchivo ?? (async () => undefined),
    sealing,
    texts: () => realTexts('whatsapp'),
    clock,
    logger,
    wait: async () => {},
    publicUrl,
    tope: () => options.tope,
    personasPorDia: () => options.personasPorDia ?? 250,
  });
  town.channels.WHATSAPP = cloud.channel;
  app.use(cloud.routes(town.engine));
  return {
    sim,
    envios,
    personas,
    received,
    cloud,
    base,
    async close() {
      await town.engine.idle();
      await sim.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

export const settingsOf = (graphBaseUrl: string, over: Partial<CloudSettings> = {}): CloudSettings => ({
  graphBaseUrl,
  version: 'v25.0',
  phoneNumberId: DEFAULTS.phoneNumberId,
  authHeader: { name: 'Authorization', value: 'Bearer {token}' },
  perSecond: 80,
  secrets: {
    token: () => DEFAULTS.token,
    appSecret: () => DEFAULTS.appSecret,
    verifyToken: () => DEFAULTS.verifyToken,
  },
  ...over,
});
