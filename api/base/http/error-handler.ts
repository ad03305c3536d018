import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { failure, type Failure } from '../kernel/failures';
import type { Logger } from '../kernel/logger';
import { referenceOf } from './reference';
import type { Responder } from './responder';

/** The pattern of the route that answered (`/tramites/:id`), never the address asked for: it may hold personal data. */
export function routeOf(req: Request): string {
  const route: unknown = req.route;
  const path = typeof route === 'object' && route !== null && 'path' in route ? route.path : undefined;
  return typeof path === 'string' ? `${req.baseUrl}${path}` : '(sin ruta)';
}

/** What nothing else answered. */
export const notFound =
  (responder: Responder): RequestHandler =>
  (req, res) =>
    responder.failure(req, res, failure('NOT_FOUND'));

/**
 * The last net: what the parsers of express refuse is the client's fault; anything else is a bug, logged under the
 * request's reference, and the client is told the reference and nothing of the error.
 */
export function errorHandler(responder: Responder, logger: Logger): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    const known = refusedByParser(error);
    if (!known) {
      const fields = { referencia: referenceOf(res), metodo: req.method, ruta: routeOf(req) };
      logger.error('http.error', fields, error);
    }
    // Half an answer is already out: only cutting the connection tells the client that it is not whole.
    if (res.headersSent) next(error);
    else responder.failure(req, res, known ?? failure('INTERNAL'));
  };
}

const BY_STATUS: Readonly<Record<number, Failure>> = {
  400: failure('INVALID_INPUT'),
  413: failure('TOO_LARGE'),
  415: failure('UNSUPPORTED_TYPE'),
};

function refusedByParser(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  return BY_STATUS[error.status];
}
