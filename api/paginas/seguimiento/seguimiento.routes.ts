import { Router, type Request, type Response } from 'express';
import { formBody } from '../../base/http/body';
import { localYear } from '../../base/kernel/local-date';
import type { CaseLookup } from '../case-lookup';
import type { PagesDeps } from '../pages-deps';
import { casePage } from './case-page';
import { lookupPage } from './lookup-page';

const MAX_BODY = 4096;

/** `/seguimiento`: a case by number and code, always by POST. */
export function createSeguimientoRoutes(
  { site, clock, responder, consultar }: PagesDeps,
  lookUp: CaseLookup,
): Router {
  const router = Router();

  router.get('/seguimiento', (_req, res) => {
    const keys = { numero: '', codigo: '' };
    res.type('html').send(lookupPage(site, { keys, anio: localYear(clock.now()) }));
  });

  router.post('/seguimiento', formBody(responder, MAX_BODY), async (req: Request, res: Response) => {
    await lookUp(req, res, async (keys) => {
      const found = await consultar(keys.numero, keys.codigo);
      if (found.ok) res.type('html').send(casePage(site, found.value, keys));
      return found;
    });
  });
  return router;
}
