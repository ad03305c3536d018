import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { formBody } from '../base/http/body';
import type { Site } from '../base/http/layout';
import { createRateLimit, limitRequests } from '../base/http/rate-limit';
import type { Responder } from '../base/http/responder';
import type { Clock } from '../base/kernel/clock';
import { failure } from '../base/kernel/failures';
import type { PublicKeys, Signer } from '../base/sealing/signer';
import { issueCertificado, verifyCertificado } from './certificado';
import { certificadoPage } from './certificado-page';
import { disponibilidadPage, type DisponibilidadPage } from './disponibilidad-page';
import type { Interrupcion } from './interrupcion';
import type { Interrupciones, Latidos } from './ports';

export interface DisponibilidadDeps {
  readonly site: Site;
  readonly responder: Responder;
  readonly clock: Clock;
  readonly entidad: string;
  readonly latidos: Pick<Latidos, 'last'>;
  readonly interrupciones: Pick<Interrupciones, 'list' | 'find'>;
  readonly signer: Signer;
  readonly keys: () => PublicKeys;
}

const MAX_BODY = 8 * 1024;
const form = z.strictObject({ token: z.string().trim() });
const query = z.object({ antes: z.coerce.number().int().min(0).max(8.64e15).optional() });
const ID = /^[0-9a-z]{1,12}(-[a-z]{1,16}){1,4}$/;

/** `/disponibilidad`: the record of interruptions, the certificate of each, and whether a certificate is authentic. */
export function createDisponibilidadRoutes(deps: DisponibilidadDeps): Router {
  const { responder, clock } = deps;
  const router = Router();
  const limit = limitRequests(createRateLimit({ clock, limit: 60, windowMs: 60_000 }), responder);

  router.get('/disponibilidad', async (req, res) => {
    const asked = query.safeParse(req.query);
    if (!asked.success) responder.failure(req, res, failure('INVALID_INPUT'));
    else await show(deps, res, asked.data.antes === undefined ? undefined : new Date(asked.data.antes));
  });

  router.post('/disponibilidad/verificar', limit, formBody(responder, MAX_BODY), async (req, res) => {
    const parsed = form.safeParse(req.body);
    if (!parsed.success) {
      responder.failure(req, res, failure('INVALID_INPUT'));
      return;
    }
    const { token } = parsed.data;
    await show(deps, res, undefined, { token, dice: verifyCertificado(token, deps.keys()) });
  });

  router.get('/disponibilidad/:id', async (req: Request, res: Response) => {
    const [id = '', format] = String(req.params['id']).split('.');
    const known = ID.test(id) && (format === undefined || format === 'json');
    const found = known ? await deps.interrupciones.find(id) : undefined;
    if (!found) responder.failure(req, res, failure('NOT_FOUND'));
    else answer(deps, res, found, format === 'json');
  });
  return router;
}

async function show(
  { site, clock, latidos, interrupciones }: DisponibilidadDeps,
  res: Response,
  antes?: Date,
  verificado?: DisponibilidadPage['verificado'],
): Promise<void> {
  const lista = await interrupciones.list(antes);
  const desde = (await latidos.last())?.desde;
  const anteriores = antes !== undefined;
  const page = { lista, ahora: clock.now(), desde, anteriores, verificado };
  res.type('html').send(disponibilidadPage(site, page));
}

function answer(deps: DisponibilidadDeps, res: Response, interrupcion: Interrupcion, asFile: boolean): void {
  const { site, clock, entidad, signer } = deps;
  const { id, causa, desde, hasta, anotaciones } = interrupcion;
  const expedidoEn = clock.now();
  const { prueba } = site;
  const token = issueCertificado({ id, causa, desde, hasta, entidad, expedidoEn, prueba }, signer);
  const kid = signer.keyId;
  if (!asFile) {
    res.type('html').send(certificadoPage(site, { interrupcion, expedidoEn, token, kid }));
    return;
  }
  const t = site.content().texts;
  res.attachment(`certificado-${id}.json`).json({
    ...(prueba && { aviso: t('web.marco.prueba') }),
    entidad,
    id,
    causa,
    explicacion: t(`disponibilidad.causa.${causa}`),
    desde,
    hasta: hasta ?? null,
    motivos: anotaciones.map(({ motivo }) => motivo),
    expedidoEn,
    clave: kid,
    token,
  });
}
