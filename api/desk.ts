import { openMongoAccesos } from './accesos/mongo-accesos';
import type { CaseDeps } from './admin/caso';
import type { Prompts } from './admin/ventanilla/prompts';
import { createMongoOpenCases } from './bandeja/mongo-open-cases';
import { visibleCases } from './bandeja/visible-cases';
import type { Installation } from './installation';
import { openOffice } from './office';
import { libroOf } from './pqrsd/file-under-clave';
import { createMongoPqrsdByNumber } from './pqrsd/mongo-pqrsd';

/** What the officials read at the terminal stands on. */
export async function deskDeps(installation: Installation, prompts: () => Prompts): Promise<CaseDeps> {
  const { connection, config, ajustes, content, clock, anexos } = installation;
  const { entidad } = config;
  const { model, sealing, terminos } = await openOffice(installation);
  const found = {
    openCases: createMongoOpenCases(model, { entidad, libro: libroOf(ajustes) }),
    cases: createMongoPqrsdByNumber(model, entidad),
    sealing,
    organigrama: content,
  };
  return {
    casesFor: (viewer) => visibleCases(found, viewer),
    accesos: await openMongoAccesos(connection, entidad, sealing),
    terminos,
    content,
    clock,
    prompts,
    anexos,
    sealing,
  };
}
