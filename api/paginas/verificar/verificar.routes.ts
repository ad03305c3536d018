import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { formBody } from '../../base/http/body';
import { createRateLimit, limitRequests } from '../../base/http/rate-limit';
import { failure } from '../../base/kernel/failures';
import type { PagesDeps } from '../pages-deps';
import { verifyPage } from './verify-page';

const MAX_BODY = 32 * 1024;

const form = z.strictObject({ token: z.string().trim() });

/** `/verificar`: the page a QR leads to, and the same by pasting the token, without JavaScript. */
export function createVerificarRoutes({
  site,
  clock,
  responder,
  verificar,
  clavesPublicas,
}: PagesDeps): Router {
  const router = Router();
  const limit = createRateLimit({ clock, limit: 60, windowMs: 60_000 });

  router.get('/verificar', (_req, res) => {
    res.type('html').send(verifyPage(site, { token: '', claves: clavesPublicas() }));
  });

  router.post(
    '/verificar',
    limitRequests(limit, responder),
    formBody(responder, MAX_BODY),
    (req: Request, res: Response) => {
      const parsed = form.safeParse(req.body);
      if (!parsed.success) {
        responder.failure(req, res, failure('INVALID_INPUT'));
        return;
      }
      const { token } = parsed.data;
      const verification = token === '' ? undefined : verificar(token);
      res
        .status(verification ? 200 : 400)
        .type('html')
        .send(verifyPage(site, { token, claves: clavesPublicas(), tried: true, verification }));
    },
  );
  return router;
}
