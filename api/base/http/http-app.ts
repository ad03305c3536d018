import express, { type Express, type Router } from 'express';
import type { Clock } from '../kernel/clock';
import type { Logger } from '../kernel/logger';
import { accessLog } from './access-log';
import type { Assets } from './assets';
import { errorHandler, notFound } from './error-handler';
import { assignReference } from './reference';
import type { Responder } from './responder';
import { securityHeaders } from './security-headers';

export interface HttpAppDeps {
  readonly logger: Logger;
  readonly clock: Clock;
  readonly responder: Responder;
  readonly assets: Assets;
  /** How many reverse proxies in front are ours. */
  readonly trustProxy: number;
  /** The address citizens see. */
  readonly publicUrl: string;
  /** What other programs bring: no browser reads its answers, and each tells in the log what matters of it. */
  readonly webhooks?: readonly Router[];
  /** The product's routes; the first that matches answers. */
  readonly routers: readonly Router[];
}

/** The HTTP application: what every request goes through, the routes given, and the last net for errors. */
export function createHttpApp(deps: HttpAppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.trustProxy);
  for (const router of deps.webhooks ?? []) app.use(router);
  app.use(assignReference, accessLog(deps.logger, deps.clock));
  app.use(...securityHeaders(deps.publicUrl.startsWith('https:')));
  app.use(deps.assets.router);
  for (const router of deps.routers) app.use(router);
  app.use(notFound(deps.responder));
  app.use(errorHandler(deps.responder, deps.logger));
  return app;
}
