import { Router, type NextFunction, type Request, type Response } from 'express';
import type { Archivo } from '../../../content/schemas/archivo';
import { failure } from '../../base/kernel/failures';
import type { PagesDeps } from '../pages-deps';

/** `GET /archivos/<nombre>`: a file that some trámite gives, to be kept. Any other name is not found. */
export function createArchivosRoutes({ site, responder, archivoEnDisco }: PagesDeps): Router {
  const router = Router();
  router.get('/archivos/:nombre', async (req, res, next) => {
    const archivo = site.content().archivos.find(({ nombre }) => nombre === req.params.nombre);
    const path = archivo && (await archivoEnDisco(archivo));
    if (archivo && path !== undefined) send(res, archivo, path, next);
    else notFound(req, res);
  });
  const notFound = (req: Request, res: Response): void => responder.failure(req, res, failure('NOT_FOUND'));
  return router;
}

/** A download leaves the chat, or the page, where it was. What is asked again and is the same costs no data. */
function send(res: Response, { nombre, tipo, sha256 }: Archivo, path: string, next: NextFunction): void {
  res.attachment(nombre);
  res.setHeader('Content-Type', tipo);
  res.setHeader('ETag', `"${sha256.slice(0, 32)}"`);
  res.setHeader('Cache-Control', 'no-cache');
  res.sendFile(path, { cacheControl: false, lastModified: false }, (cause?: Error) => {
    // Past the headers, whoever asked hung up.
    if (cause && !res.headersSent) next(cause);
  });
}
