import { Router, type Request, type Response } from 'express';
import { formBody } from '../../base/http/body';
import { createRateLimit, limitRequests, type RateLimit } from '../../base/http/rate-limit';
import { answerTo } from '../../base/http/responder';
import { HTTP_STATUS, type Failure, type FailureCode } from '../../base/kernel/failures';
import { newId } from '../../base/kernel/ids';
import { localYear } from '../../base/kernel/local-date';
import { ok, type Result } from '../../base/kernel/result';
import type { PagesDeps } from '../pages-deps';
import { readCaseKeys } from './case-keys';
import { casePage } from './case-page';
import { lookUp } from './look-up';
import { lookupPage } from './lookup-page';
import { type BoxMessage, readMessage } from './read-message';

const MAX_BODY = 4096;
const TEN_MINUTES = 10 * 60_000;

type Deps = PagesDeps & { readonly limit: RateLimit };

/** `/seguimiento` and `/constancia`: a case, its box and its PDF by number and code, always by POST. */
export function createSeguimientoRoutes(pages: PagesDeps): Router {
  const { site, clock, responder } = pages;
  const router = Router();
  // Ten letters of base32 and 30 tries in ten minutes from one address: guessing a code is hopeless.
  const deps: Deps = { ...pages, limit: createRateLimit({ clock, limit: 30, windowMs: TEN_MINUTES }) };
  const messages = createRateLimit({ clock, limit: 20, windowMs: TEN_MINUTES });
  const body = formBody(responder, MAX_BODY);

  router.get(['/seguimiento', '/constancia', '/seguimiento/mensaje'], (_req, res) => {
    const keys = { numero: '', codigo: '' };
    res.type('html').send(lookupPage(site, { keys, anio: localYear(clock.now()) }));
  });

  router.post('/seguimiento', body, (req, res) =>
    lookUp(deps, req, res, readCaseKeys(req.body), async (keys) => {
      const found = await deps.consultar(keys.numero, keys.codigo);
      const form = { clave: newId(), texto: '' };
      if (found.ok) res.type('html').send(casePage(site, { caso: found.value, keys, form }));
      return found;
    }),
  );

  router.post('/seguimiento/mensaje', limitRequests(messages, responder), (req, res) =>
    postMessage(deps, req, res),
  );

  router.post('/constancia', body, (req, res) =>
    lookUp(deps, req, res, readCaseKeys(req.body), async ({ numero, codigo }) => {
      const pdf = await deps.constanciaPdf(numero, codigo);
      const name = `constancia-${numero.replaceAll(/[^A-Z0-9-]/g, '')}.pdf`;
      if (pdf.ok) res.type('pdf').attachment(name).send(pdf.value);
      return pdf;
    }),
  );
  return router;
}

async function postMessage(deps: Deps, req: Request, res: Response): Promise<void> {
  const { receiveFile, responder } = deps;
  const opens = async ({ numero, codigo }: BoxMessage['keys']) => (await deps.consultar(numero, codigo)).ok;
  const message = await readMessage(req, { receiveFile, opens });
  if (!message.ok) {
    responder.failure(req, res, message.failure);
    return;
  }
  await lookUp(deps, req, res, message.value.keys, () => add(deps, res, message.value));
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

async function add(deps: Deps, res: Response, message: BoxMessage): Promise<Result<unknown, Failure>> {
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

function problemOf({ site }: Deps, fault: Failure): string {
  const { texts } = site.content();
  if (fault.code === 'EMPTY_TEXT') return texts('seguimiento.buzon.vacio');
  if (fault.code === 'IDEMPOTENCY_KEY_REUSED') return texts('seguimiento.buzon.otroMensaje');
  return answerTo(fault, texts, '').mensaje;
}
