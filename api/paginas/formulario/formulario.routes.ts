import { Router, type Request, type Response } from 'express';
import { dependenciasOfrecidas } from '../../../content/load-content';
import { tramiteCard } from '../../../content/tramite-card';
import { isReceived } from '../../base/anexos/recibos';
import { clientKey, createRateLimit, limitRequests } from '../../base/http/rate-limit';
import { answerTo } from '../../base/http/responder';
import { HTTP_STATUS, failure, type Failure } from '../../base/kernel/failures';
import { newId } from '../../base/kernel/ids';
import { puntosOf } from '../../base/kernel/puntos-of';
import type { AnexoNoRecibido, Solicitud } from '../../base/kernel/solicitud';
import type { PagesDeps } from '../pages-deps';
import { checkForm, type CheckedForm } from './check-form';
import { filedPage } from './filed-page';
import type { KeptFile } from './files-part';
import { formPage } from './form-page';
import { emptyForm, type FormValues, MARCADO } from './form-values';
import { ambitoOf, formReader, type FormFile, type ReadForm } from './read-form';
import { reviewPage } from './review-page';

const TEN_MINUTES = 10 * 60_000;

/** `/formulario`: fill, review, file. Works without JavaScript; nothing typed is ever lost by an error. */
export function createFormularioRoutes(deps: PagesDeps): Router {
  const { site, clock, responder } = deps;
  const router = Router();
  const perAddress = (limit: number) => createRateLimit({ clock, limit, windowMs: TEN_MINUTES });
  const filings = perAddress(30);

  router.get('/formulario', (req, res) => {
    const values = firstForm(deps, req);
    res.type('html').send(formPage(site, { values, kept: keptOf(deps, values.clave, []) }));
  });

  router.post(
    '/formulario',
    limitRequests(perAddress(240), responder),
    formReader({ responder, files: deps.archivos, fileLimit: perAddress(100) }),
    async (req: Request, res: Response) => {
      const { values, paso, files } = req.body as ReadForm;
      const kept = keptOf(deps, values.clave, files);
      const checked = checkForm(values);
      res.type('html');
      if (paso === 'corregir') res.send(formPage(site, { values, kept }));
      else if (!checked.ok) res.status(400).send(formPage(site, { values, errors: checked.failure, kept }));
      else if (paso === 'revisar') {
        res.send(reviewPage(site, { values, checked: checked.value, kept: kept ?? [] }));
      } else {
        const permit = filings.take(clientKey(req));
        const refused = permit.ok ? undefined : failure('TOO_MANY_REQUESTS', { segundos: permit.segundos });
        await file(deps, res, { values, files, checked: checked.value, refused });
      }
    },
  );
  return router;
}

/** Each file with the receipt that brings it back in the next step; undefined where files cannot be received. */
const keptOf = (
  { archivos }: PagesDeps,
  clave = '',
  files: readonly FormFile[] = [],
): KeptFile[] | undefined =>
  archivos && files.map((one) => ({ file: one, recibo: archivos.recibos.give(one, ambitoOf(clave)) }));

/** Opened from a trámite, the form starts with its subject; from a page about complaints, with its kind. */
function firstForm({ site }: PagesDeps, req: Request): FormValues {
  const content = site.content();
  const tramite = content.tramites.find(({ id }) => id === req.query['tramite']);
  if (tramite) {
    return emptyForm(newId(), { tramite: tramite.id, asunto: tramiteCard(tramite, content).pedir.asunto });
  }
  const { asunto } = req.query;
  if (asunto === 'corrupcion') return emptyForm(newId(), { tipo: 'DENUNCIA', corrupcion: MARCADO });
  return emptyForm(newId(), asunto === 'queja' ? { tipo: 'QUEJA' } : {});
}

interface Filing extends Pick<ReadForm, 'values' | 'files'> {
  readonly checked: CheckedForm;
  readonly refused?: Failure;
}

async function file(deps: PagesDeps, res: Response, filing: Filing): Promise<void> {
  if (filing.refused) {
    showFailure(deps, res, filing.refused, filing);
    return;
  }
  const result = await deps.radicar(solicitudOf(deps, filing));
  if (result.ok) res.send(filedPage(deps.site, result.value));
  else showFailure(deps, res, result.failure, filing);
}

function solicitudOf({ site, clock }: PagesDeps, { values, files, checked }: Filing): Solicitud {
  const content = site.content();
  const anexos = files.filter(isReceived);
  const noRecibidos = files.filter((one): one is AnexoNoRecibido => !isReceived(one));
  const { dependencia, servidor } = checked.contra ?? {};
  const known = dependenciasOfrecidas(content).some(({ codigo }) => codigo === dependencia);
  const contra = { ...(known && { dependencia }), ...(servidor && { servidor }) };
  const { contra: _, ...rest } = checked;
  const puntos = puntosOf(checked.texto);
  return {
    ...rest,
    ...(puntos.length > 0 && { puntos }),
    ...(Object.keys(contra).length > 0 && { contra }),
    clave: ambitoOf(values.clave),
    canal: 'FORMULARIO',
    tramite: content.tramites.find(({ id }) => id === values.tramite)?.id,
    anexos,
    ...(noRecibidos.length > 0 && { noRecibidos }),
    recibidoEn: clock.now(),
  };
}

/** What may pass by itself goes back to the review, to send again under the same key; the rest, to the form. */
function showFailure(deps: PagesDeps, res: Response, failed: Failure, filing: Filing): void {
  const { site } = deps;
  const { values, checked, files } = filing;
  const problem = answerTo(failed, site.content().texts, '').mensaje;
  const status = HTTP_STATUS[failed.code];
  const segundos = failed.detail?.['segundos'];
  if (segundos !== undefined) res.setHeader('Retry-After', String(segundos));
  res.status(status);
  if (status >= 429) {
    res.send(reviewPage(site, { values, checked, problem, kept: keptOf(deps, values.clave, files) ?? [] }));
  } else if (failed.code === 'IDEMPOTENCY_KEY_REUSED') {
    const changed = site.content().texts('web.error.claveUsada');
    const clave = newId();
    const kept = keptOf(deps, clave, files);
    res.send(formPage(site, { values: { ...values, clave }, problem: changed, kept }));
  } else res.send(formPage(site, { values, problem, kept: keptOf(deps, values.clave, files) }));
}
