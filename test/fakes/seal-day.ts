import { generateKeyPairSync, sign } from 'node:crypto';
import { silentLogger } from '../../api/base/kernel/logger';
import type { PublicKeys, Signer } from '../../api/base/sealing/signer';
import { createClockGuard } from '../../api/comunicaciones/clock-guard';
import { createDailySeal } from '../../api/comunicaciones/sello/daily-seal';
import { createSealDelivery } from '../../api/comunicaciones/sello/deliver-seal';
import type { PorSellar } from '../../api/comunicaciones/sello/por-sellar';
import type { Sellos } from '../../api/comunicaciones/sello/sellos';
import type { Correo } from '../../api/base/correo/correo';
import { manualClock } from './manual-clock';
import { memoryCorreo } from './memory-correo';
import { memoryPorSellar } from './memory-por-sellar';
import { memorySellos } from './memory-sellos';
import { realTexts } from './real-texts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
export const testSigner: Signer = {
  keyId: 'k1',
  sign: (message) => sign(null, Buffer.from(message), privateKey),
};
const texts = realTexts('sello');
export const testKeys: PublicKeys = new Map([['k1', publicKey]]);

interface Ports {
  readonly sellos: Sellos;
  readonly porSellar: PorSellar;
  readonly correo: Correo;
}

/** A town whose book is sealed in memory; `sweepWith` is another copy's sweep, on ports that the test has wrapped. */
export function sealDay(start = '2026-11-25T00:10:00-05:00') {
  const clock = manualClock(start);
  const guard = createClockGuard(clock);
  const ports = { sellos: memorySellos(), porSellar: memoryPorSellar(clock), correo: memoryCorreo() };
  const town = { destino: 'control.interno@example.org' as string | undefined };
  const sweepWith = ({ sellos, porSellar, correo }: Ports, maxHojas?: number) => {
    const base = { sellos, clock, logger: silentLogger, destino: () => town.destino };
    const deliver = createSealDelivery({
      ...base,
      correo,
      texts: () => texts,
      publicUrl: 'https://x.example.org',
    });
    return createDailySeal({
      ...base,
      entidad: 'candelaria',
      porSellar,
      signer: testSigner,
      guard,
      deliver,
      maxHojas,
    });
  };
  return { ...ports, clock, guard, town, ports, sweepWith, sweep: sweepWith(ports) };
}

export type SealDay = ReturnType<typeof sealDay>;
