import { Router, type Request, type Response } from 'express';
import { formBody } from '../../base/http/body';
import { createRateLimit, limitRequests } from '../../base/http/rate-limit';
import { answerTo } from '../../base/http/responder';
import { HTTP_STATUS, type Failure, type FailureCode } from '../../base/kernel/failures';
import { newId } from '../../base/kernel/ids';
import { localYear } from '../../base/kernel/local-date';
import { ok, type Result } from '../../base/kernel/result';
import type { CaseLookup } from '../case-lookup';
import type { PagesDeps } from '../pages-deps';
import { casePage } from './case-page';
import { lookupPage } from './lookup-page';
import { type BoxMessage, readMessage } from './read-message';

const MAX_BODY = 4096;
const TEN_MINUTES = 10 * 60_000;

/** `/seguimiento`: a case by number and code, and its box; always by POST. */
export function createSeguimientoRoutes(pages: PagesDeps, lookUp: CaseLookup): Router {
  const { site, clock, responder } = pages;
  const router = Router();
  const messages = createRateLimit({ clock, limit: 20, windowMs: TEN_MINUTES });

  router.get(['/seguimiento', '/seguimiento/mensaje'], (_req, res) => {
    const keys = { numero: '', codigo: '' };
    res.type('html').send(lookupPage(site, { keys, anio: localYear(clock.now()) }));
  });

  router.post('/seguimiento', formBody(responder, MAX_BODY), (req, res) =>
    lookUp(req, res, async (keys) => {
      const found = await pages.consultar(keys.numero, keys.codigo);
      const form = { clave: newId(), texto: '' };
      if (found.ok) res.type('html').send(casePage(site, { caso: found.value, keys, form }));
      return found;
    }),
  );

  router.post('/seguimiento/mensaje', limitRequests(messages, responder), (req, res) =>
    postMessage(pages, lookUp, req, res),
  );
  return router;
}

async function postMessage(deps: PagesDeps, lookUp: CaseLookup, req: Request, res: Response): Promise<void> {
  const { receiveFile, responder } = deps;
  const opens = async ({ numero, codigo }: BoxMessage['keys']) => (await deps.consultar(numero, codigo)).ok;
  const message = await readMessage(req, { receiveFile, opens });
  if (!message.ok) {
    responder.failure(req, res, message.failure);
    return;
  }
  await lookUp(req, res, () => add(deps, res, message.value), message.value.keys);
}

/** Failures that have to do with the message, and not with the case: it is shown with what was written. */
const SHOWN: ReadonlySet<FailureCode> = new Set([
  'EMPTY_TEXT',
  'IDEMPOTENCY_KEY_REUSED',
  'CASE_CLOSED',
  'CASE_FULL',
  'VERSION_CONFLICT',
  'NO_SPACE',
]);

async function add(deps: PagesDeps, res: Response, message: BoxMessage): Promise<Result<unknown, Failure>> {
  const { site, consultar, adicionar } = deps;
  const { keys, ...said } = message;
  const added = await adicionar({ ...said, caso: keys });
  if (added.ok) {
    const form = { clave: newId(), texto: '' };
    res.type('html').send(casePage(site, { caso: added.value, keys, form, agregado: true }));
    return added;
  }
  if (!SHOWN.has(added.failure.code)) return added;
  const found = await consultar(keys.numero, keys.codigo);
  if (!found.ok) return found;
  const form = { ...formAfter(added.failure, message), error: problemOf(deps, added.failure) };
  res
    .status(HTTP_STATUS[added.failure.code])
    .type('html')
    .send(casePage(site, { caso: found.value, keys, form }));
  return ok(true);
}

/** Its key said something else already: with a new one, both are said. */
const formAfter = ({ code }: Failure, { clave, texto }: BoxMessage) => ({
  clave: code === 'IDEMPOTENCY_KEY_REUSED' ? newId() : clave,
  texto,
});

function problemOf({ site }: PagesDeps, fault: Failure): string {
  const { texts } = site.content();
  if (fault.code === 'EMPTY_TEXT') return texts('seguimiento.buzon.vacio');
  if (fault.code === 'IDEMPOTENCY_KEY_REUSED') return texts('seguimiento.buzon.otroMensaje');
  return answerTo(fault, texts, '').mensaje;
}
