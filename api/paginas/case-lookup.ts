import type { Request, Response } from 'express';
import { clientKey, createRateLimit } from '../base/http/rate-limit';
import { answerTo } from '../base/http/responder';
import { HTTP_STATUS, failure, type Failure } from '../base/kernel/failures';
import { localYear } from '../base/kernel/local-date';
import { err, type Result } from '../base/kernel/result';
import type { PagesDeps } from './pages-deps';
import { readCaseKeys, type CaseKeys } from './seguimiento/case-keys';
import { lookupPage } from './seguimiento/lookup-page';

type Found = Result<unknown, Failure>;

/** Runs a look-up that answers by itself when it finds; otherwise shows the form again with what was typed. */
export type CaseLookup = (
  req: Request,
  res: Response,
  look: (keys: CaseKeys) => Promise<Found>,
  /** When they did not come in a simple form. */
  keys?: CaseKeys,
) => Promise<void>;

/** The one door to a case by number and code: every page that opens one shares its limit of tries. */
export function createCaseLookup({ site, clock, responder }: PagesDeps): CaseLookup {
  // Ten letters of base32 and 30 tries in ten minutes from one address: guessing a code is hopeless.
  const limit = createRateLimit({ clock, limit: 30, windowMs: 10 * 60_000 });
  return async (req, res, look, keys = readCaseKeys(req.body)) => {
    if (!keys) {
      responder.failure(req, res, failure('INVALID_INPUT'));
      return;
    }
    const anio = localYear(clock.now());
    const form = (status: number, page: object) =>
      res
        .status(status)
        .type('html')
        .send(lookupPage(site, { keys, anio, ...page }));
    if (keys.numero === '' || keys.codigo === '') {
      form(400, { tried: true });
      return;
    }
    const permit = limit.take(clientKey(req));
    const found: Found = permit.ok
      ? await look(keys)
      : err(failure('TOO_MANY_REQUESTS', { segundos: permit.segundos }));
    if (found.ok) return;
    if (!permit.ok) res.setHeader('Retry-After', String(permit.segundos));
    const problem = answerTo(found.failure, site.content().texts, '').mensaje;
    form(HTTP_STATUS[found.failure.code], { problem });
  };
}
