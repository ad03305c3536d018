import { Router } from 'express';
import type { Ajustes } from './puesta-en-marcha/go-live';

interface Deps {
  readonly ajustes: Ajustes;
  readonly almacen: 'mongodb' | 'embedded';
  /** Rejects when the store does not answer. */
  readonly ping: () => Promise<unknown>;
  readonly contenido: () => string;
}

/** `GET /salud`: 200 when it can file, 503 when the store does not answer. */
export function createSaludRoutes({ ajustes, almacen, ping, contenido }: Deps): Router {
  const router = Router();
  router.get('/salud', async (_req, res) => {
    const listo = await ping().then(
      () => true,
      () => false,
    );
    res
      .status(listo ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({
        estado: listo ? 'listo' : 'sin-almacen',
        prueba: ajustes.prueba,
        almacen,
        contenido: contenido(),
      });
  });
  return router;
}
