import { Router } from 'express';
import { failure } from '../../base/kernel/failures';
import { cleanText } from '../../base/kernel/plain-text';
import type { PagesDeps } from '../pages-deps';
import { comparePage } from './compare-page';
import { tramitePage } from './tramite-page';
import { tramitesPage } from './tramites-page';

const MAX_SEARCH = 100;

/** `/tramites` with `?q=`, and the page of each one. */
export function createTramitesRoutes({ site, responder }: PagesDeps): Router {
  const router = Router();
  router.get('/tramites', (req, res) => {
    const typed = req.query['q'];
    const search = typeof typed === 'string' ? cleanText(typed).trim().slice(0, MAX_SEARCH) : '';
    res.type('html').send(tramitesPage(site, search));
  });
  router.get('/tramites/comparar', (req, res) => {
    const named = (typed: unknown) => site.content().tramites.find(({ id }) => id === typed);
    const [a, b] = [named(req.query['a']), named(req.query['b'])];
    if (a && b && a !== b) res.type('html').send(comparePage(site, a, b));
    else responder.failure(req, res, failure('NOT_FOUND'));
  });
  router.get('/tramites/:id', (req, res) => {
    const tramite = site.content().tramites.find(({ id }) => id === req.params.id);
    if (tramite) res.type('html').send(tramitePage(site, tramite));
    else responder.failure(req, res, failure('NOT_FOUND'));
  });
  return router;
}
