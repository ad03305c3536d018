import { openMongoAccesos } from './accesos/mongo-accesos';
import type { CaseDeps } from './admin/caso';
import type { NoticesDeps } from './admin/notificaciones';
import type { Prompts } from './admin/ventanilla/prompts';
import type { UsoDeAvisos } from './avisos/create-avisos';
import { createMongoOpenCases } from './bandeja/mongo-open-cases';
import { visibleCases } from './bandeja/visible-cases';
import { failure, type Failure } from './base/kernel/failures';
import { err, type Result } from './base/kernel/result';
import type { Installation } from './installation';
import { openMongoNotificaciones } from './notificaciones/mongo-notificaciones';
import { type Office, openOffice } from './office';
import type { Pregunta } from './pqrsd/ask-in-case';
import { libroOf } from './pqrsd/file-under-clave';
import { createMongoPqrsdByNumber } from './pqrsd/mongo-pqrsd';
import type { Viewer } from './rutas/viewer';

/** The cases that each official may see, and the record of who looked. */
export async function deskOf(
  { connection, config, ajustes, content }: Installation,
  { model, sealing }: Pick<Office, 'model' | 'sealing'>,
) {
  const { entidad } = config;
  const found = {
    openCases: createMongoOpenCases(model, { entidad, libro: libroOf(ajustes) }),
    cases: createMongoPqrsdByNumber(model, entidad),
    sealing,
    organigrama: content,
  };
  return {
    casesFor: (viewer: Viewer) => visibleCases(found, viewer),
    accesos: await openMongoAccesos(connection, entidad, sealing),
  };
}

/** What the officials read at the terminal stands on. */
export async function deskDeps(
  installation: Installation,
  prompts: () => Prompts,
): Promise<CaseDeps & NoticesDeps> {
  const { content, clock, anexos, connection, config } = installation;
  const office = await openOffice(installation);
  const { sealing, terminos } = office;
  const notificaciones = await openMongoNotificaciones(connection, config.entidad);
  const desk = await deskOf(installation, office);
  return { ...desk, notificaciones, terminos, content, clock, prompts, anexos, sealing };
}

/** Whether who acts may see the case, and then that they did is recorded. */
async function admit(
  { casesFor, accesos }: Awaited<ReturnType<typeof deskOf>>,
  quien: string,
  numero: string,
  en: Date,
): Promise<boolean> {
  const caso = await casesFor({ nombre: quien }).byNumero(numero);
  if (caso) await accesos.record({ quien, que: 'ORDEN', recepcion: caso.recepcion, en });
  return caso !== undefined;
}

/** Public notices by who may see their case: for the rest there is no such case. */
export async function avisosAtDesk(installation: Installation): Promise<UsoDeAvisos> {
  const office = await openOffice(installation);
  const desk = await deskOf(installation, office);
  const { avisos } = office;
  return {
    ...avisos,
    async publicar(pedido) {
      const { numero, quien } = pedido;
      const admitted = numero === undefined || (await admit(desk, quien, numero, installation.clock.now()));
      return admitted ? avisos.publicar(pedido) : err(failure('NOT_FOUND'));
    },
  };
}

/** Asks in a case that who asks may see; that they did is recorded first. NOT_FOUND also when they may not see it. */
export async function askAtDesk(
  installation: Installation,
  numero: string,
  pregunta: Pregunta,
): Promise<Result<unknown, Failure>> {
  const office = await openOffice(installation);
  const desk = await deskOf(installation, office);
  const admitted = await admit(desk, pregunta.quien, numero, installation.clock.now());
  return admitted ? office.askInCase(numero, pregunta) : err(failure('NOT_FOUND'));
}
