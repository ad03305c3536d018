import { Router, type Request, type Response } from 'express';
import { formBody } from '../../base/http/body';
import type { Failure } from '../../base/kernel/failures';
import { localYear } from '../../base/kernel/local-date';
import type { Result } from '../../base/kernel/result';
import type { CaseLookup } from '../case-lookup';
import type { PagesDeps } from '../pages-deps';
import type { CaseKeys } from '../seguimiento/case-keys';
import { lookupPage } from '../seguimiento/lookup-page';
import { constanciaPage } from './constancia-page';
import { noProofPage } from './no-proof-page';
import { CONSTANCIA } from './paths';

const MAX_BODY = 4096;

/** The constancia as PDF and as page, and the proofs of its case; by number and code, always by POST. */
export function createConstanciaRoutes(deps: PagesDeps, lookUp: CaseLookup): Router {
  const { site, clock, responder, constanciaPdf, constancias } = deps;
  const router = Router();
  const body = formBody(responder, MAX_BODY);

  router.get(Object.values(CONSTANCIA), (_req, res) => {
    const keys = { numero: '', codigo: '' };
    res.type('html').send(lookupPage(site, { keys, anio: localYear(clock.now()) }));
  });

  /** Sends what was found; the look-up answers the rest. */
  const post = <T>(
    path: string,
    find: (numero: string, codigo: string) => Promise<Result<T, Failure>>,
    send: (res: Response, found: T, keys: CaseKeys) => void,
  ) =>
    router.post(path, body, (req: Request, res: Response) =>
      lookUp(req, res, async (keys) => {
        const found = await find(keys.numero, keys.codigo);
        if (found.ok) send(res, found.value, keys);
        return found;
      }),
    );

  post(CONSTANCIA.pdf, constanciaPdf, (res, pdf, { numero }) =>
    res
      .type('pdf')
      .attachment(`constancia-${fileName(numero)}.pdf`)
      .send(pdf),
  );
  post(CONSTANCIA.pantalla, constancias.pantalla, (res, constancia, keys) =>
    res.type('html').send(constanciaPage(site, constancia, keys)),
  );
  post(CONSTANCIA.pruebaTermino, constancias.pruebaTermino, (res, prueba, { numero }) =>
    sendProof(res, `prueba-termino-${fileName(numero)}.json`, prueba),
  );
  post(CONSTANCIA.pruebaSello, constancias.pruebaSello, (res, hallada, keys) =>
    hallada.estado === 'LISTA'
      ? sendProof(res, `prueba-sello-${fileName(keys.numero)}.json`, hallada.prueba)
      : res.type('html').send(noProofPage(site, hallada.explicacion, keys)),
  );
  return router;
}

const fileName = (numero: string): string => numero.replaceAll(/[^A-Z0-9-]/g, '');

const sendProof = (res: Response, name: string, proof: object): Response =>
  res
    .type('json')
    .attachment(name)
    .send(`${JSON.stringify(proof, null, 2)}\n`);
