import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EscucharDeps } from './admin/escuchar';
import type { Prompts } from './admin/ventanilla/prompts';
import type { VentanillaDeps } from './admin/ventanilla/ventanilla';
import { deskOf } from './desk';
import type { Installation } from './installation';
import { openOffice } from './office';
import { libroOf } from './pqrsd/file-under-clave';
import { createMongoPorEscuchar } from './pqrsd/mongo-pqrsd';
import { createFileAtencion } from './ventanilla/file-atencion';
import { atencionModel, createMongoAtenciones } from './ventanilla/mongo-atenciones';
import { constanciasOf } from './constancias';
import { openMongoSellos } from './comunicaciones/sello/mongo-sellos';

/** What the counter stands on: petitions that officials take at the keyboard. */
export async function counterDeps(
  installation: Installation,
  prompts: () => Prompts,
): Promise<VentanillaDeps> {
  const { connection, config, ajustes, content, clock } = installation;
  const office = await openOffice(installation);
  const sellos = await openMongoSellos(connection, config.entidad);
  const { filePqrsd, sealing } = office;
  const de = { entidad: config.entidad, libro: libroOf(ajustes) };
  const model = atencionModel(connection);
  await model.createIndexes();
  const atenciones = createMongoAtenciones(model, de);
  return {
    atenciones: createFileAtencion({ atenciones, filePqrsd, sealing }),
    receiveFile: installation.receiveFile,
    constanciaPdf: constanciasOf({ installation, office, sellos }).pdf,
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
  const { config, content, anexos, clock } = installation;
  const office = await openOffice(installation);
  const { model, sealing, applyOrden } = office;
  const { casesFor, accesos } = await deskOf(installation, office);
  return {
    porEscuchar: createMongoPorEscuchar(model, config.entidad),
    casesFor,
    applyOrden,
    anexos,
    sealing,
    recordAccess: (recepcion, quien) => accesos.record({ quien, que: 'CASO', recepcion, en: clock.now() }),
    prompts,
    carpeta: () => mkdtempSync(join(tmpdir(), 'escuchar-')),
    content,
  };
}
