import { createSigner } from './base/sealing/signer';
import { findProof } from './comunicaciones/sello/find-proof';
import type { Sellos } from './comunicaciones/sello/sellos';
import { createConstanciaEnPantalla } from './constancia/constancia-pantalla';
import { createConstanciaPdf } from './constancia/constancia-pdf';
import { createConstancias, type Constancias } from './constancia/constancias';
import { byContent } from './contenido/live-content';
import type { Installation } from './installation';
import type { Office } from './office';
import { confirmedDependencia } from './rutas/route';

interface Deps {
  readonly installation: Installation;
  readonly office: Pick<Office, 'find' | 'terminos'>;
  readonly sellos: Sellos;
}

/** The constancias of an office, for its pages and for its counter, in the words of the content in force. */
export function constanciasOf({ installation, office, sellos }: Deps): Constancias {
  const { config, content, contenido, keys, sealing, clock } = installation;
  const { publicUrl } = config;
  const signer = createSigner(keys);
  const drawers = byContent(contenido.live.current, ({ texts, entidad }) => {
    const prepare = { texts, entidad: { ...entidad, codigo: config.entidad }, publicUrl, signer };
    return { pdf: createConstanciaPdf(prepare), pantalla: createConstanciaEnPantalla(prepare) };
  });
  return createConstancias({
    find: office.find,
    terminos: office.terminos,
    sealing,
    codigos: keys.codigos,
    signer,
    pdf: (caso, personal) => drawers().pdf(caso, personal),
    pantalla: (caso, personal) => drawers().pantalla(caso, personal),
    selloOf: (pqrsd) => findProof({ sellos, clock, texts: () => content.texts }, pqrsd),
    dependenciaName: (codigo) => confirmedDependencia(codigo, content),
    tramiteName: (id) => content.tramites.find((tramite) => tramite.id === id)?.nombre,
  });
}
