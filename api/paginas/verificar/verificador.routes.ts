import { Router } from 'express';
import type { KeyList } from '../../constancia/verificador/key-list';
import { embedKeys } from '../../constancia/verificador/embed-keys';

interface VerificadorDeps {
  /** The verifier without keys, as the build left it. */
  readonly verificador: string;
  readonly keyList: () => KeyList;
}

/** What verifies without us: `/verificador.html`, one file with the public keys inside, and `/claves.json`, the keys alone. */
export function createVerificadorRoutes({ verificador, keyList }: VerificadorDeps): Router {
  const router = Router();
  router.get('/verificador.html', (_req, res) => {
    res.type('html').attachment('verificador.html').send(embedKeys(verificador, keyList()));
  });
  router.get('/claves.json', (_req, res) => {
    res.type('json').send(`${JSON.stringify(keyList(), null, 2)}\n`);
  });
  return router;
}
