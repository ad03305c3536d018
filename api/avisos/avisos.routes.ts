import { Router } from 'express';
import { z } from 'zod';
import type { Site } from '../base/http/layout';
import type { Responder } from '../base/http/responder';
import type { Clock } from '../base/kernel/clock';
import { failure } from '../base/kernel/failures';
import { localDate } from '../base/kernel/local-date';
import { avisoPage } from './aviso-page';
import type { Avisos } from './avisos';
import { avisosPage } from './avisos-page';

export interface AvisosRoutesDeps {
  readonly site: Site;
  readonly responder: Responder;
  readonly clock: Clock;
  readonly avisos: Pick<Avisos, 'byId' | 'vigentes' | 'retirados'>;
}

const PAGE = 20;

const id = z.string().regex(/^\d{8}T\d{6}-[0-9a-f]{8}$/);

const query = z.object({ retirados: z.literal('si').optional(), despues: id.optional() });

/** `/avisos`: those posted today, and with `?retirados=si` those removed; `/avisos/ID`: each one, for ever. */
export function createAvisosRoutes({ site, responder, clock, avisos }: AvisosRoutesDeps): Router {
  const router = Router();
  router.get('/avisos', async (req, res) => {
    const asked = query.safeParse(req.query);
    if (!asked.success) {
      responder.failure(req, res, failure('INVALID_INPUT'));
      return;
    }
    const retirados = asked.data.retirados !== undefined;
    // One more than shown tells whether there are older ones.
    const pagina = { despuesDe: asked.data.despues, limite: PAGE + 1 };
    const found = await (retirados
      ? avisos.retirados(pagina)
      : avisos.vigentes(localDate(clock.now()), pagina));
    const shown = found.slice(0, PAGE);
    const siguiente = found.length > PAGE ? shown.at(-1)?._id : undefined;
    res.type('html').send(avisosPage(site, { avisos: shown, retirados, siguiente }));
  });
  router.get('/avisos/:id', async (req, res) => {
    const parsed = id.safeParse(req.params.id);
    const aviso = parsed.success ? await avisos.byId(parsed.data) : undefined;
    if (!aviso || aviso.estado === 'PREPARADO') responder.failure(req, res, failure('NOT_FOUND'));
    else res.type('html').send(avisoPage(site, aviso, localDate(clock.now())));
  });
  return router;
}
