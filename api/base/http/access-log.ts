import type { RequestHandler } from 'express';
import type { Clock } from '../kernel/clock';
import type { Logger } from '../kernel/logger';
import { routeOf } from './error-handler';
import { referenceOf } from './reference';

/** One line for each answer: method, route pattern, status and milliseconds. No address, query, IP or agent. */
export function accessLog(logger: Logger, clock: Clock): RequestHandler {
  return (req, res, next) => {
    const start = clock.monotonic();
    res.on('finish', () => {
      logger.info('http', {
        referencia: referenceOf(res),
        metodo: req.method,
        ruta: routeOf(req),
        estado: res.statusCode,
        ms: Math.round(clock.monotonic() - start),
      });
    });
    next();
  };
}
