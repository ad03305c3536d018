import { Router, type Request, type Response } from 'express';
import { tramiteCard } from '../../../content/tramite-card';
import { formBody } from '../../base/http/body';
import { clientKey, createRateLimit, limitRequests } from '../../base/http/rate-limit';
import { answerTo } from '../../base/http/responder';
import { HTTP_STATUS, failure, type Failure } from '../../base/kernel/failures';
import { newId } from '../../base/kernel/ids';
import type { PagesDeps } from '../pages-deps';
import { checkForm, type CheckedForm } from './check-form';
import { filedPage } from './filed-page';
import { formPage } from './form-page';
import { emptyForm, readFormValues, type FormValues } from './form-values';
import { reviewPage } from './review-page';

// The text percent-encoded can take nine bytes a letter, and the review sends it once more.
const MAX_BODY = 2 * 1024 * 1024;

/** `/formulario`: fill, review, file. Works without JavaScript; nothing typed is ever lost by an error. */
export function createFormularioRoutes(deps: PagesDeps): Router {
  const router = Router();
  const limit = createRateLimit({ clock: deps.clock, limit: 30, windowMs: 10 * 60_000 });

  router.get('/formulario', (req, res) => {
    res.type('html').send(formPage(deps.site, { values: firstForm(deps, req) }));
  });

  const posts = createRateLimit({ clock: deps.clock, limit: 240, windowMs: 10 * 60_000 });
  router.post(
    '/formulario',
    limitRequests(posts, deps.responder),
    formBody(deps.responder, MAX_BODY),
    async (req: Request, res: Response) => {
      const posted = readFormValues(req.body);
      if (!posted) {
        deps.responder.failure(req, res, failure('INVALID_INPUT'));
        return;
      }
      const values = { ...posted.values, clave: posted.values.clave ?? newId() };
      const checked = checkForm(values);
      res.type('html');
      if (posted.paso === 'corregir') res.send(formPage(deps.site, { values }));
      else if (!checked.ok) res.status(400).send(formPage(deps.site, { values, errors: checked.failure }));
      else if (posted.paso === 'revisar') res.send(reviewPage(deps.site, { values, checked: checked.value }));
      else {
        const permit = limit.take(clientKey(req));
        const refused = permit.ok ? undefined : failure('TOO_MANY_REQUESTS', { segundos: permit.segundos });
        await file(deps, res, { values, checked: checked.value, refused });
      }
    },
  );
  return router;
}

/** Opened from a trámite, the form starts with its subject. */
function firstForm({ site }: PagesDeps, req: Request): FormValues {
  const content = site.content();
  const tramite = content.tramites.find(({ id }) => id === req.query['tramite']);
  if (!tramite) return emptyForm(newId());
  return emptyForm(newId(), { tramite: tramite.id, asunto: tramiteCard(tramite, content).pedir.asunto });
}

interface Filing {
  readonly values: FormValues & { readonly clave: string };
  readonly checked: CheckedForm;
  readonly refused?: Failure;
}

async function file(deps: PagesDeps, res: Response, { values, checked, refused }: Filing): Promise<void> {
  if (refused) {
    showFailure(deps, res, refused, values, checked);
    return;
  }
  const { tramites } = deps.site.content();
  const result = await deps.radicar({
    ...checked,
    clave: `formulario:${values.clave}`,
    canal: 'FORMULARIO',
    tramite: tramites.find(({ id }) => id === values.tramite)?.id,
    anexos: [],
    recibidoEn: deps.clock.now(),
  });
  if (result.ok) res.send(filedPage(deps.site, result.value));
  else showFailure(deps, res, result.failure, values, checked);
}

/** What may pass by itself goes back to the review, to send again under the same key; the rest, to the form. */
function showFailure(
  { site }: PagesDeps,
  res: Response,
  failed: Failure,
  values: FormValues,
  checked: CheckedForm,
): void {
  const problem = answerTo(failed, site.content().texts, '').mensaje;
  const status = HTTP_STATUS[failed.code];
  const segundos = failed.detail?.['segundos'];
  if (segundos !== undefined) res.setHeader('Retry-After', String(segundos));
  res.status(status);
  if (status >= 429) res.send(reviewPage(site, { values, checked, problem }));
  else if (failed.code === 'IDEMPOTENCY_KEY_REUSED') {
    const changed = site.content().texts('web.error.claveUsada');
    res.send(formPage(site, { values: { ...values, clave: newId() }, problem: changed }));
  } else res.send(formPage(site, { values, problem }));
}
