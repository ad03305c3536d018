import express, { type Express } from 'express';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdvance } from '../../../api/notificaciones/advance';
import { createSweepNotificaciones } from '../../../api/notificaciones/notificaciones.job';
import { createOpenUntold } from '../../../api/notificaciones/open-untold';
import { createAvisosPorChat } from '../../../bot/avisos/avisos-por-chat';
import { createWhatsappCloud } from '../../../bot/channels/whatsapp-cloud/whatsapp-cloud';
import type { VentanillaUnica } from '../../../bot/ventanilla/ventanilla-unica';
import { chatTown } from '../../fakes/chat-town';
import { fakeReceiveFile } from '../../fakes/fake-receive-file';
import { memoryEnvios } from '../../fakes/memory-envios';
import { MemoryNotificaciones, memoryPorAvisar } from '../../fakes/memory-notificaciones';
import { memoryPersonas } from '../../fakes/memory-personas';
import { approved } from '../../fakes/notified-town';
import { pqrsdOffice } from '../../fakes/pqrsd-office';
import { realTexts } from '../../fakes/real-texts';
import { settingsOf } from '../../fakes/whatsapp-cloud-town';
import { createSim } from '../../whatsapp-sim/create-sim';
import { type Corte, mortal } from './mortal';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
/** How long the program is down. */
const DOWN_MS = 3 * SECOND;
/** As the sweeps of the program. */
const UNCERTAIN_MS = 10 * MINUTE;

/** What outlives a process. */
function stores(wait: (milliseconds: number) => Promise<void>) {
  const town = chatTown({ prueba: () => false, wait });
  const office = pqrsdOffice({ prueba: false });
  const ventanilla: VentanillaUnica = {
    radicar: office.filePqrsd,
    consultar: office.track,
    adicionar: office.addToCase,
    misCasos: office.myCases,
    parecidas: office.findSimilar,
  };
  const envios = memoryEnvios(town.clock);
  return {
    town,
    office,
    ventanilla,
    envios,
    personas: memoryPersonas(),
    notificaciones: new MemoryNotificaciones(),
  };
}
type Stores = ReturnType<typeof stores>;

/** The program as one process runs it: engine, channel, notices and sweeps, on stores that may fail it for ever. */
function startProcess(kept: Stores, graphUrl: string, proceso: string, onDeath: () => void) {
  const { town, office } = kept;
  const life = mortal(onDeath);
  const { clock, deps } = town;
  const envios = life.wrap('envios', kept.envios.as(proceso));
  const conversaciones = life.wrap('conversaciones', town.conversaciones);
  const notificaciones = life.wrap('notificaciones', kept.notificaciones);
  const channels: typeof town.channels = {};
  const engine = town.restart({
    channels,
    conversaciones,
    inbox: life.wrap('inbox', town.inbox),
    ventanilla: life.wrap('ventanilla', kept.ventanilla),
  });
  const cloud = createWhatsappCloud({
    ...deps,
    settings: settingsOf(graphUrl),
    envios,
    personas: kept.personas,
    receiveFile: fakeReceiveFile().receive,
    openArchivo: async () => undefined,
    texts: () => realTexts('whatsapp'),
    tope: () => undefined,
    personasPorDia: () => 250,
    // Inside a turn the simulated time does not move.
    wait: async () => {},
  });
  channels.WHATSAPP = cloud.channel;
  const chat = createAvisosPorChat({ ...deps, conversaciones, envios, send: cloud.sendNotice });
  const notices = {
    ...office,
    ...deps,
    content: approved,
    sealing: office.sealing,
    notificaciones,
    casos: { ...office.cases, ...memoryPorAvisar(office.book) },
    chat,
  };
  const sweep = createSweepNotificaciones({
    ...notices,
    openUntold: createOpenUntold(notices),
    advance: createAdvance(notices),
  });
  return {
    life,
    app: express().use(cloud.routes(engine)),
    engine,
    /** What the program does now and then, one after another. */
    async sweeps() {
      await engine.recoverTurns();
      await engine.idle();
      await envios.giveUp(new Date(clock.now().getTime() - UNCERTAIN_MS));
      await sweep();
    },
  };
}

/** A town on the simulated WhatsApp whose program is abandoned at a point and started again on the same stores. */
export async function killableTown() {
  const kept = stores((milliseconds) => new Promise((end) => void sim.world.clock.after(milliseconds, end)));
  const { town, office, envios } = kept;
  let app: Express | undefined;
  const server = createServer((req, res) => (app ? app(req, res) : void req.socket.destroy())).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sim = createSim({
    callbackUrl: `http://127.0.0.1:${port}/webhooks/whatsapp`,
    settled: () => settled(),
    onAdvance(milliseconds) {
      town.clock.advance(milliseconds);
      office.clock.advance(milliseconds);
    },
  });
  await sim.start();
  const deaths: { readonly inFlight: number }[] = [];
  let processes = 0;
  let uncertain = 0;

  const start = (): ReturnType<typeof startProcess> => {
    const started = startProcess(kept, sim.url, `proceso ${(processes += 1)}`, () => {
      deaths.push({ inFlight: envios.all().filter(({ estado }) => estado === 'ENVIANDO').length });
      app = undefined;
      server.closeAllConnections();
      sim.world.clock.after(DOWN_MS, () => {
        current = start();
      });
    });
    app = started.app;
    if (processes > 1) void started.engine.recoverTurns();
    return started;
  };
  let current = start();
  const orDeath = (work: Promise<unknown>) => Promise.race([work, current.life.died]);
  const settled = async (): Promise<void> => void (await orDeath(current.engine.idle()));
  const sweepEachMinute = (): void => {
    sim.world.clock.after(MINUTE, async () => {
      if (!current.life.isDead()) await orDeath(current.sweeps());
      uncertain = Math.max(uncertain, envios.all().filter(({ estado }) => estado === 'INCIERTO').length);
      sweepEachMinute();
    });
  };
  sweepEachMinute();
  return {
    ...kept,
    sim,
    deaths,
    /** The most messages at once whose end nobody knew. */
    uncertain: () => uncertain,
    arm: (corte: Corte) => current.life.arm(corte),
    async close() {
      await settled();
      await sim.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

export type KillableTown = Awaited<ReturnType<typeof killableTown>>;
