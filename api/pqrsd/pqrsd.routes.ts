import { type Request, type Response, Router } from 'express';
import { jsonBody } from '../base/http/body';
import { limitRequests, type RateLimit } from '../base/http/rate-limit';
import type { Responder } from '../base/http/responder';
import type { Clock } from '../base/kernel/clock';
import { failure, type Failure } from '../base/kernel/failures';
import { newId } from '../base/kernel/ids';
import type { Result } from '../base/kernel/result';
import type { Seguimiento } from '../base/kernel/seguimiento';
import type { Acuse } from '../base/kernel/solicitud';
import type { FilePqrsd } from './file-pqrsd';
import { idempotencyKey, solicitudJson } from './solicitud-json';

interface Deps {
  readonly filePqrsd: FilePqrsd;
  readonly track: (numero: string, codigo: string) => Promise<Result<Seguimiento, Failure>>;
  /** The signed token of the constancia. */
  readonly tokenOf: (numero: string, codigo: string) => Promise<Result<string, Failure>>;
  readonly clock: Clock;
  readonly responder: Responder;
  /** Filings per address. */
  readonly filingLimit: RateLimit;
  /** Trackings per address: a wrong code costs as much as a right one. */
  readonly trackingLimit: RateLimit;
}

const MAX_BODY_BYTES = 1_200_000;

/** The public API: file and track. The tracking code travels in a header, so that no log or address holds it. */
export function createPqrsdRoutes(deps: Deps): Router {
  const { responder } = deps;
  const router = Router();
  router.post(
    '/v1/pqrsd',
    limitRequests(deps.filingLimit, responder),
    jsonBody(responder, MAX_BODY_BYTES),
    (req: Request, res: Response) => postPqrsd(deps, req, res),
  );
  router.get('/v1/pqrsd/:radicado', limitRequests(deps.trackingLimit, responder), (req, res) =>
    getPqrsd(deps, req, res),
  );
  return router;
}

async function postPqrsd({ filePqrsd, tokenOf, clock, responder }: Deps, req: Request, res: Response) {
  const body = solicitudJson.safeParse(req.body);
  const clave = idempotencyKey.safeParse(req.get('Idempotency-Key') ?? newId());
  if (!body.success || !clave.success) {
    const campo = body.error?.issues[0]?.path.join('.') ?? 'Idempotency-Key';
    responder.failure(req, res, failure('INVALID_INPUT', { campo }));
    return;
  }
  // Also when we made it: whoever is told to come back needs it to find what they filed.
  res.setHeader('Idempotency-Key', clave.data);
  const recibidoEn = clock.now();
  const filed = await filePqrsd({
    ...body.data,
    clave: `api:${clave.data}`,
    canal: 'API',
    anexos: [],
    recibidoEn,
  });
  if (!filed.ok) {
    responder.failure(req, res, filed.failure);
    return;
  }
  const token = await tokenOf(filed.value.recepcion, filed.value.codigo);
  res
    .status(filed.value.repetido ? 200 : 201)
    .json(acuseJson(filed.value, token.ok ? token.value : undefined));
}

const PRUEBA = 'PRUEBA – SIN VALIDEZ OFICIAL';

/** Programs show it as it comes. */
const withNotice = <T extends { readonly prueba: boolean }>(body: T) =>
  body.prueba ? { ...body, aviso: PRUEBA } : body;

const acuseJson = ({ repetido, ...acuse }: Acuse, token?: string) =>
  withNotice({ ...acuse, repetido, ...(token && { token }) });

async function getPqrsd({ track, responder }: Deps, req: Request, res: Response) {
  const tracked = await track(String(req.params['radicado'] ?? ''), req.get('X-Codigo') ?? '');
  res.setHeader('Cache-Control', 'no-store');
  if (tracked.ok) res.json(withNotice(tracked.value));
  else responder.failure(req, res, tracked.failure);
}

/** `GET /openapi.json`. */
export function createOpenapiRoutes(document: object): Router {
  const router = Router();
  router.get('/openapi.json', (_req, res) => {
    res.json(document);
  });
  return router;
}
