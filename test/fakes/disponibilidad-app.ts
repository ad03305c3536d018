import { generateKeyPairSync, sign } from 'node:crypto';
import type { Router } from 'express';
import { createDisponibilidadRoutes } from '../../api/interrupciones/disponibilidad.routes';
import type { PagesParts } from './pages-app';
import { memoryInterrupciones, memoryLatidos } from './memory-interrupciones';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** The pages of interruptions over a record in memory. */
export function disponibilidadApp() {
  const latidos = memoryLatidos();
  const interrupciones = memoryInterrupciones();
  const routes = ({ site, responder, clock }: PagesParts): Router =>
    createDisponibilidadRoutes({
      site,
      responder,
      clock,
      entidad: 'candelaria',
      latidos,
      interrupciones,
      signer: { keyId: 'k1', sign: (message) => sign(null, Buffer.from(message), privateKey) },
      keys: () => new Map([['k1', publicKey]]),
    });
  return { latidos, interrupciones, routes };
}
