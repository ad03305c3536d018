import { createSigner } from './base/sealing/signer';
import { findProof } from './comunicaciones/sello/find-proof';
import type { Sellos } from './comunicaciones/sello/sellos';
import { createConstanciaEnPantalla } from './constancia/constancia-pantalla';
import { createConstanciaPdf } from './constancia/constancia-pdf';
import type { CasoConstancia } from './constancia/caso-constancia';
import { type CasoDeps, casoOf, createConstancias, type Constancias } from './constancia/constancias';
import { byContent } from './contenido/live-content';
import type { Installation } from './installation';
import type { Office } from './office';
import type { Pqrsd } from './pqrsd/pqrsd';
import { openPeticionario } from './pqrsd/seal-case';
import { confirmedDependencia } from './rutas/route';

interface Deps {
  readonly installation: Installation;
  readonly office: Pick<Office, 'find' | 'terminos'>;
  readonly sellos: Sellos;
}

/** How constancias are drawn, in the words of the content in force. */
function drawersOf({ config, contenido, keys }: Installation) {
  const { publicUrl } = config;
  const signer = createSigner(keys);
  return byContent(contenido.live.current, ({ texts, entidad }) => {
    const prepare = { texts, entidad: { ...entidad, codigo: config.entidad }, publicUrl, signer };
    return { pdf: createConstanciaPdf(prepare), pantalla: createConstanciaEnPantalla(prepare) };
  });
}

const casoDepsOf = ({ content, keys, sealing }: Installation, { terminos }: Deps['office']): CasoDeps => ({
  sealing,
  terminos,
  codigos: keys.codigos,
  dependenciaName: (codigo) => confirmedDependencia(codigo, content),
  tramiteName: (id) => content.tramites.find((tramite) => tramite.id === id)?.nombre,
});

/** The constancias of an office, for its pages and for its counter. */
export function constanciasOf({ installation, office, sellos }: Deps): Constancias {
  const { content, keys, clock } = installation;
  const drawers = drawersOf(installation);
  return createConstancias({
    ...casoDepsOf(installation, office),
    find: office.find,
    signer: createSigner(keys),
    pdf: (caso, personal) => drawers().pdf(caso, personal),
    pantalla: (caso, personal) => drawers().pantalla(caso, personal),
    selloOf: (pqrsd) => findProof({ sellos, clock, texts: () => content.texts }, pqrsd),
  });
}

/** Draws the constancia of a case as it stands: the citizen's, or a copy for the entity's own file. */
export type Draw = (pqrsd: Pqrsd, copia?: CasoConstancia['copia']) => Promise<Buffer>;

export function drawingOf(installation: Installation, office: Deps['office']): Draw {
  const drawers = drawersOf(installation);
  const deps = casoDepsOf(installation, office);
  return (pqrsd, copia) => {
    const caso = casoOf(pqrsd, deps);
    const personal = copia === 'SIN_PERSONA' ? undefined : openPeticionario(pqrsd, deps.sealing);
    return drawers().pdf(copia ? { ...caso, copia } : caso, personal ?? {});
  };
}
