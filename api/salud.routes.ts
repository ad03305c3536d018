import { Router } from 'express';
import type { Ajustes } from './puesta-en-marcha/go-live';

interface Deps {
  readonly ajustes: Ajustes;
  readonly almacen: 'mongodb' | 'embedded';
  /** Rejects when the store does not answer. */
  readonly ping: () => Promise<unknown>;
  readonly contenido: () => string;
  /** Whether numbers are given; rejects when the store does not answer. */
  readonly numeracion: () => Promise<'activa' | 'pausada'>;
}

/**
 * `GET /salud`: 200 when it receives, 503 when the store does not answer. With `numeracion` paused it still receives,
 * and an administrator has to look at the clock (`reloj aceptar`).
 */
export function createSaludRoutes({ ajustes, almacen, ping, contenido, numeracion }: Deps): Router {
  const router = Router();
  router.get('/salud', async (_req, res) => {
    const numera = await ping()
      .then(numeracion)
      .catch(() => undefined);
    const listo = numera !== undefined;
    res
      .status(listo ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({
        estado: listo ? 'listo' : 'sin-almacen',
        prueba: ajustes.prueba,
        almacen,
        contenido: contenido(),
        numeracion: numera ?? 'pausada',
      });
  });
  return router;
}
