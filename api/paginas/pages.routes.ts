import { Router } from 'express';
import { createArchivosRoutes } from './archivos/archivos.routes';
import { createAtencionRoutes } from './atencion/atencion.routes';
import { createCaseLookup } from './case-lookup';
import { createConstanciaRoutes } from './constancia/constancia.routes';
import { createDatosRoutes } from './datos/datos.routes';
import { createFormularioRoutes } from './formulario/formulario.routes';
import { createInformacionRoutes } from './informacion/informacion.routes';
import type { PagesDeps } from './pages-deps';
import { createSeguimientoRoutes } from './seguimiento/seguimiento.routes';
import { createTramitesRoutes } from './tramites/tramites.routes';
import { createVerificarRoutes } from './verificar/verificar.routes';

/** Every public page. */
export function createPagesRoutes(deps: PagesDeps): Router {
  const router = Router();
  const lookUp = createCaseLookup(deps);
  router.use(createInformacionRoutes(deps.site, deps.sitiosPermitidos));
  router.use(createAtencionRoutes(deps));
  router.use(createFormularioRoutes(deps));
  router.use(createSeguimientoRoutes(deps, lookUp));
  router.use(createConstanciaRoutes(deps, lookUp));
  router.use(createTramitesRoutes(deps));
  router.use(createArchivosRoutes(deps));
  router.use(createDatosRoutes(deps));
  router.use(createVerificarRoutes(deps));
  return router;
}
