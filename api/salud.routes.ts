import { Router } from 'express';
import type { Nivel } from './base/reserva/espacio';
import type { Ajustes } from './puesta-en-marcha/go-live';
import { esSana, type Revision } from './revision/revision';

interface Deps {
  readonly ajustes: Ajustes;
  readonly almacen: 'mongodb' | 'embedded';
  /** Rejects when the store does not answer. */
  readonly ping: () => Promise<unknown>;
  readonly contenido: () => string;
  /** Whether numbers are given; rejects when the store does not answer. */
  readonly numeracion: () => Promise<'activa' | 'pausada'>;
  /** How much of the disk is left. */
  readonly espacio: () => Promise<Nivel>;
  /** WhatsApp: working, or stopped by the provider's code; absent when the channel is not on. */
  readonly whatsapp?: () => string;
  /** The last check of everything that is kept. */
  readonly revision: () => Promise<Revision | undefined>;
}

/**
 * `GET /salud`: 200 when it receives, 503 when the store does not answer. With `numeracion` paused it still receives,
 * and an administrator has to look at the clock (`reloj aceptar`). With `espacio` other than normal, `revision` not
 * sound or `whatsapp` stopped, it also receives, and somebody has to look.
 */
export function createSaludRoutes(deps: Deps): Router {
  const { ajustes, almacen, ping, contenido, numeracion, espacio, whatsapp, revision } = deps;
  const router = Router();
  router.get('/salud', async (_req, res) => {
    const numera = await ping()
      .then(numeracion)
      .catch(() => undefined);
    const listo = numera !== undefined;
    const ultima = listo ? await revision().catch(() => undefined) : undefined;
    res
      .status(listo ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({
        estado: listo ? 'listo' : 'sin-almacen',
        prueba: ajustes.prueba,
        almacen,
        contenido: contenido(),
        numeracion: numera ?? 'pausada',
        espacio: await espacio(),
        ...(whatsapp && { whatsapp: whatsapp() }),
        revision: ultima ? { en: ultima.en, sana: esSana(ultima) } : null,
      });
  });
  return router;
}
