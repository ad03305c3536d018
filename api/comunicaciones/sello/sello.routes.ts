import { Router, type Request } from 'express';
import { z } from 'zod';
import type { Texts } from '../../../content/texts';
import type { Responder } from '../../base/http/responder';
import { failure, type Failure } from '../../base/kernel/failures';
import { err, ok, type Result } from '../../base/kernel/result';
import type { Libro } from '../comunicacion';
import { atomFeed, jsonFeed, type FeedPage } from './seal-feed';
import type { Sellos } from './sellos';

export interface SelloRoutesDeps {
  readonly sellos: Pick<Sellos, 'list'>;
  readonly texts: () => Texts;
  readonly responder: Responder;
  readonly publicUrl: string;
  /** The book in use, shown when none is asked for. */
  readonly libro: () => Libro;
}

const PAGE = 100;
const ATOM = 'application/atom+xml';

const query = z.object({
  libro: z.enum(['PRUEBA', 'OFICIAL']).optional(),
  /** Shows this number and older ones. */
  hasta: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

/** The public feed of daily seals, newest first: `/sellos.json`, and `/sellos` as Atom (or JSON, if asked for). */
export function createSelloRoutes(deps: SelloRoutesDeps): Router {
  const router = Router();
  router.get('/sellos.json', async (req, res) => {
    const page = await readPage(deps, req, '/sellos.json');
    if (!page.ok) deps.responder.failure(req, res, page.failure);
    else res.set('Cache-Control', 'public, max-age=300').json(jsonFeed(page.value));
  });
  router.get('/sellos', async (req, res) => {
    const page = await readPage(deps, req, '/sellos');
    res.vary('Accept');
    if (!page.ok) {
      deps.responder.failure(req, res, page.failure);
      return;
    }
    res.set('Cache-Control', 'public, max-age=300');
    if (req.accepts([ATOM, 'json']) === 'json') res.json(jsonFeed(page.value));
    else res.type(ATOM).send(atomFeed(page.value));
  });
  return router;
}

async function readPage(
  deps: SelloRoutesDeps,
  req: Request,
  path: string,
): Promise<Result<FeedPage, Failure>> {
  const asked = query.safeParse(req.query);
  if (!asked.success) return err(failure('INVALID_INPUT'));
  const { publicUrl } = deps;
  const libro = asked.data.libro ?? deps.libro();
  // One more than shown tells whether there are older ones.
  const found = await deps.sellos.list(libro, PAGE + 1, asked.data.hasta);
  const older = found[PAGE];
  const siguiente = older && `${publicUrl}${path}?libro=${libro}&hasta=${older.n}`;
  return ok({ libro, sellos: found.slice(0, PAGE), siguiente, publicUrl, texts: deps.texts() });
}
