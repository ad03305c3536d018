import { Router, type RequestHandler, type Response } from 'express';
import { formBody } from '../../base/http/body';
import { createRateLimit, limitRequests } from '../../base/http/rate-limit';
import type { PagesDeps } from '../pages-deps';
import { documentoPage } from './documento-page';
import { estadoPage, type FinEnlace } from './estado-page';
import { readDocumento, readTyped } from './read-documento';

const MAX_BODY = 2048;
const TEN_MINUTES = 10 * 60_000;
const EMPTY = { tipo: '', numero: '' };

const GONE = 410;
const STATUS: Readonly<Partial<Record<FinEnlace, number>>> = { RECIBIDO: 200, DESCONOCIDO: 404 };

/**
 * `/datos/:token`: where a person gives the number of their document without writing it in a chat. Looking spends
 * nothing, as previews of links look too; a form that is wrong spends nothing; nothing is done by cookie, so that no
 * other site can send it.
 */
export function createDatosRoutes(pages: PagesDeps): Router {
  const { site, clock, responder, datosPorEnlace } = pages;
  const router = Router();
  if (!datosPorEnlace) return router;
  const limit = (most: number) =>
    limitRequests(createRateLimit({ clock, limit: most, windowMs: TEN_MINUTES }), responder);
  const end = (res: Response, fin: FinEnlace): void => {
    res
      .status(STATUS[fin] ?? GONE)
      .type('html')
      .send(estadoPage(site, fin));
  };

  router.get('/datos/:token', limit(60), unlisted, async (req, res) => {
    const estado = await datosPorEnlace.estado(tokenOf(req.params));
    if (estado !== 'VIGENTE') return end(res, estado);
    res.type('html').send(documentoPage(site, { typed: EMPTY, faults: [] }));
  });

  router.post(
    '/datos/:token',
    limit(20),
    unlisted,
    formBody(responder, MAX_BODY),
    async (req, res) => {
      const token = tokenOf(req.params);
      const estado = await datosPorEnlace.estado(token);
      if (estado !== 'VIGENTE') return end(res, estado);
      const typed = readTyped(req.body);
      const documento = readDocumento(typed);
      if (!documento.ok) {
        const page = documentoPage(site, { typed, faults: documento.failure });
        return void res.status(422).type('html').send(page);
      }
      const sent = await datosPorEnlace.enviar(token, documento.value);
      if (sent.ok) end(res, sent.value);
      else responder.failure(req, res, sent.failure);
    },
  );
  return router;
}

const tokenOf = ({ token }: { readonly token?: string | string[] }): string =>
  typeof token === 'string' ? token : '';

/** Out of every index, also with a link that somebody published. */
const unlisted: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Robots-Tag', 'noindex, nofollow');
  next();
};
