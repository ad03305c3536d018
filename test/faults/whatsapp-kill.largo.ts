import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import { freePort, Product } from '../e2e/product';
import { createSim, type Sim } from '../whatsapp-sim/create-sim';
import { productSettings } from '../whatsapp-sim/product-settings';
import { seeded, type Seeded } from '../whatsapp-sim/seeded';
import { noteInLedger } from './largo-ledger';
import { fileAs, type Filed } from './whatsapp/person-who-files';
import { storedIn } from './whatsapp/stored-after-kill';

const ROOT = join(__dirname, '../..');
const PEOPLE = Number(process.env['PERSONAS'] ?? 60);
const KILLS = Number(process.env['KILLS'] ?? 8);
const SEED = Number(process.env['SEMILLA'] ?? 1);
/** The people begin within this long of each other, in milliseconds. */
const BEGIN_MS = 60_000;
/** Longest time without a kill, once the program is up. */
const MOST_UP_MS = 9_000;
/** A webhook that fails is tried again after 0, 5, 30 and 120 seconds. */
const ACK_MS = 170_000;
const SETTLE_MS = 35_000;
const LIMIT_MS = 15 * 60_000;

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

/** The product with WhatsApp on, and the simulator in this process, by the real clock. */
async function start(): Promise<{ product: Product; sim: Sim }> {
  const port = await freePort();
  const product = await Product.start({
    ESPERA_MS: '0',
    ...productSettings(`http://127.0.0.1:${port}`),
  });
  closing.push(() => product.stop());
  const decision = ['contrato_whatsapp', 'PRUEBA', '--acto', 'Prueba', '--firmante', 'Quien prueba'];
  const args = ['admin', 'decision', 'registrar', ...decision, '--fecha', '2026-11-20'];
  execFileSync(process.execPath, [join(ROOT, 'api/run.mjs'), ...args], {
    env: { ...process.env, DATA_DIR: product.dataDir },
  });
  await product.pullThePlug();
  const callbackUrl = `${product.url}/webhooks/whatsapp`;
  const sim = createSim({ port, callbackUrl, clock: 'real', seed: SEED });
  await sim.start();
  closing.push(() => sim.stop());
  return { product, sim };
}

/** Kills at random moments; gives what was being sent at each, as it was found in the store. */
async function killMany(product: Product, chance: Seeded): Promise<ReadonlySet<string>> {
  const inFlight = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    await wait(chance.between(`kill:${kill}`, 500, MOST_UP_MS));
    await product.pullThePlug(async () => {
      const { envios } = await storedIn(product.dataDir);
      for (const { _id, estado } of envios) if (estado === 'ENVIANDO') inFlight.add(_id);
    });
  }
  return inFlight;
}

/** Names have no numbers. */
const nameOf = (n: number): string => `maria${String.fromCodePoint(97 + Math.floor(n / 26), 97 + (n % 26))}`;

function fileAll(sim: Sim, chance: Seeded): Promise<Filed[]> {
  return Promise.all(
    Array.from({ length: PEOPLE }, async (_, n) => {
      await wait(chance.between(`begin:${n}`, 0, BEGIN_MS));
      return fileAs(sim.citizen(), nameOf(n), chance, ACK_MS);
    }),
  );
}

function seenBy(sim: Sim) {
  const sends = sim.world.trace
    .events()
    .filter(({ que, opaco }) => que === 'envio.aceptado' && opaco !== undefined);
  const people = sim.world.people.all();
  return {
    mensajes: people.reduce((sum, { sent }) => sum + sent.length, 0),
    sinAcuse: people.flatMap(({ sent }) => sent).filter(({ state }) => state === 'ENVIADO').length,
    respuestas: sends.length,
    repetidas: sends.length - new Set(sends.map(({ opaco }) => opaco)).size,
    mismasPalabras: people.reduce(
      (sum, { received }) =>
        sum + received.filter(({ text }, i) => i > 0 && text === received[i - 1]?.text).length,
      0,
    ),
  };
}

it(
  `files ${PEOPLE} petitions by WhatsApp, once each, across ${KILLS} kills`,
  async () => {
    const begun = performance.now();
    const chance = seeded(SEED);
    const { product, sim } = await start();
    const [filed, inFlight] = await Promise.all([fileAll(sim, chance), killMany(product, chance)]);
    // The last states are told.
    await wait(SETTLE_MS);
    let stored: Awaited<ReturnType<typeof storedIn>> | undefined;
    await product.pullThePlug(async () => void (stored = await storedIn(product.dataDir)));
    const uncertain = stored?.envios.filter(({ estado }) => ['ENVIANDO', 'INCIERTO'].includes(estado)) ?? [];
    const seen = seenBy(sim);
    const figures = {
      conversaciones: PEOPLE,
      muertes: KILLS,
      casos: stored?.cases.length ?? 0,
      conNumero: filed.filter(({ numero }) => numero !== undefined).length,
      ...seen,
      enVuelo: inFlight.size,
      inciertas: uncertain.length,
      sinTurno: stored?.waiting ?? -1,
    };
    noteInLedger('whatsapp-kills', { ...figures, seconds: Math.round((performance.now() - begun) / 1_000) });
    expect({ ...figures, casos: new Set(stored?.cases).size }).toMatchObject({
      casos: PEOPLE,
      sinAcuse: 0,
      repetidas: 0,
      mismasPalabras: 0,
      sinTurno: 0,
    });
    expect(figures.casos).toBe(PEOPLE);
    expect(uncertain.filter(({ _id }) => !inFlight.has(_id))).toEqual([]);
    expect(new Set(filed.map(({ numero }) => numero)).size).toBeGreaterThanOrEqual(PEOPLE - uncertain.length);
  },
  LIMIT_MS,
);
