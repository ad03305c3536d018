import { Router, type Request, type Response } from 'express';
import { formBody } from '../../base/http/body';
import { clientKey, createRateLimit, type RateLimit } from '../../base/http/rate-limit';
import { answerTo } from '../../base/http/responder';
import { HTTP_STATUS, failure, type Failure } from '../../base/kernel/failures';
import { localYear } from '../../base/kernel/local-date';
import { err, type Result } from '../../base/kernel/result';
import type { PagesDeps } from '../pages-deps';
import { readCaseKeys, type CaseKeys } from './case-keys';
import { casePage } from './case-page';
import { lookupPage } from './lookup-page';

const MAX_BODY = 4096;

/** `/seguimiento` and `/constancia`: a case and its PDF by number and code, always by POST. */
export function createSeguimientoRoutes(deps: PagesDeps): Router {
  const { site, clock, responder } = deps;
  const router = Router();
  // Ten letters of base32 and 30 tries in ten minutes from one address: guessing a code is hopeless.
  const limit = createRateLimit({ clock, limit: 30, windowMs: 10 * 60_000 });
  const body = formBody(responder, MAX_BODY);

  router.get(['/seguimiento', '/constancia'], (_req, res) => {
    const keys = { numero: '', codigo: '' };
    res.type('html').send(lookupPage(site, { keys, anio: localYear(clock.now()) }));
  });

  router.post('/seguimiento', body, async (req: Request, res: Response) => {
    await answer(deps, limit, req, res, async (keys) => {
      const found = await deps.consultar(keys.numero, keys.codigo);
      if (found.ok) res.type('html').send(casePage(site, found.value, keys));
      return found;
    });
  });

  router.post('/constancia', body, async (req: Request, res: Response) => {
    await answer(deps, limit, req, res, async (keys) => {
      const pdf = await deps.constanciaPdf(keys.numero, keys.codigo);
      if (pdf.ok)
        res
          .type('pdf')
          .attachment(`constancia-${fileName(keys.numero)}.pdf`)
          .send(pdf.value);
      return pdf;
    });
  });
  return router;
}

const fileName = (numero: string): string => numero.replaceAll(/[^A-Z0-9-]/g, '');

type Found = Result<unknown, Failure>;

/** Runs a look-up that answers by itself when it finds; otherwise shows the form again with what was typed. */
async function answer(
  { site, clock, responder }: PagesDeps,
  limit: RateLimit,
  req: Request,
  res: Response,
  look: (keys: CaseKeys) => Promise<Found>,
): Promise<void> {
  const keys = readCaseKeys(req.body);
  if (!keys) {
    responder.failure(req, res, failure('INVALID_INPUT'));
    return;
  }
  const anio = localYear(clock.now());
  if (keys.numero === '' || keys.codigo === '') {
    res
      .status(400)
      .type('html')
      .send(lookupPage(site, { keys, anio, tried: true }));
    return;
  }
  const permit = limit.take(clientKey(req));
  const found: Found = permit.ok
    ? await look(keys)
    : err(failure('TOO_MANY_REQUESTS', { segundos: permit.segundos }));
  if (found.ok) return;
  if (!permit.ok) res.setHeader('Retry-After', String(permit.segundos));
  const problem = answerTo(found.failure, site.content().texts, '').mensaje;
  res.status(HTTP_STATUS[found.failure.code]).type('html').send(lookupPage(site, { keys, anio, problem }));
}
