import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EscucharDeps } from './admin/escuchar';
import type { Prompts } from './admin/ventanilla/prompts';
import type { VentanillaDeps } from './admin/ventanilla/ventanilla';
import type { Installation } from './installation';
import { type Office, openOffice } from './office';
import { libroOf } from './pqrsd/file-under-clave';
import { createMongoPorEscuchar, createMongoPqrsdByNumber } from './pqrsd/mongo-pqrsd';
import { createFileAtencion } from './ventanilla/file-atencion';
import { keepAsGiven } from './ventanilla/keep-as-given';
import { atencionModel, createMongoAtenciones } from './ventanilla/mongo-atenciones';
import { constanciasOf } from './web';

/** What the counter stands on: petitions that officials take at the keyboard. */
export async function counterDeps(
  installation: Installation,
  prompts: () => Prompts,
): Promise<VentanillaDeps> {
  const { connection, config, ajustes, content, clock, anexos } = installation;
  const office = await openOffice(installation);
  const { filePqrsd, sealing } = office;
  const de = { entidad: config.entidad, libro: libroOf(ajustes) };
  const model = atencionModel(connection);
  await model.createIndexes();
  const atenciones = createMongoAtenciones(model, de);
  return {
    atenciones: createFileAtencion({ atenciones, filePqrsd, sealing }),
    receiveFile: keepAsGiven(anexos),
    constanciaPdf: constanciasOf(installation, office).pdf,
    prompts,
    content,
    clock,
  };
}

/** What listening to verbal petitions stands on. */
export async function listeningDeps(
  installation: Installation,
  prompts: () => Prompts,
): Promise<EscucharDeps> {
  const { config, content, anexos, logger } = installation;
  const { model, sealing, applyOrden }: Office = await openOffice(installation);
  return {
    porEscuchar: createMongoPorEscuchar(model, config.entidad),
    cases: createMongoPqrsdByNumber(model, config.entidad),
    applyOrden,
    anexos,
    sealing,
    recordAccess: async (recepcion, por) => logger.info('caso.escuchado', { recepcion, por }),
    prompts,
    carpeta: join(tmpdir(), `escuchar-${process.pid}`),
    texts: content.texts,
  };
}
