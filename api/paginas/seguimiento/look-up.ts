import type { Request, Response } from 'express';
import { clientKey, type RateLimit } from '../../base/http/rate-limit';
import { answerTo } from '../../base/http/responder';
import { HTTP_STATUS, failure, type Failure } from '../../base/kernel/failures';
import { localYear } from '../../base/kernel/local-date';
import { err, type Result } from '../../base/kernel/result';
import type { PagesDeps } from '../pages-deps';
import type { CaseKeys } from './case-keys';
import { lookupPage } from './lookup-page';

type Found = Result<unknown, Failure>;

/**
 * Runs a look-up that answers by itself when it finds; otherwise shows the form again with what was typed. A wrong code
 * costs as much as a right one.
 */
export async function lookUp(
  deps: PagesDeps & { readonly limit: RateLimit },
  req: Request,
  res: Response,
  keys: CaseKeys | undefined,
  look: (keys: CaseKeys) => Promise<Found>,
): Promise<void> {
  const { site, clock, responder, limit } = deps;
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
