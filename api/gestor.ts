import type { Texts } from '../content/texts';
import { createCorreo } from './base/correo/smtp-correo';
import { type Draw, drawingOf } from './constancias';
import { createCarpetaConnector } from './documents/carpeta/carpeta-connector';
import { explainRefusal } from './documents/refusal-in-words';
import { createDeliverCases } from './documents/deliver-cases';
import type { Gestor } from './documents/gestor.job';
import { createMongoCasosDelLibro } from './documents/mongo-casos-del-libro';
import { openMongoEntregas } from './documents/mongo-entregas';
import { openMongoRadicadosExternos } from './documents/mongo-radicados-externos';
import { createPackCase, type PackCase } from './documents/pack-case';
import { createNoticeOf } from './documents/notice-of-radicado';
import { createTakeRadicados } from './documents/take-radicados';
import { createTellRadicado } from './documents/tell-radicado';
import type { Installation } from './installation';
import { type Office, seriesOf } from './office';

/** The decision by which whoever reads the entity's system may know who files a confidential case. */
const CONFIDENCIAL_EN_GESTOR = { clave: 'confidencial_en_gestor', si: 'CON_NOMBRE' } as const;

/** The work with the entity's document management, when a folder of it is configured. */
export async function openGestor(installation: Installation, office: Office): Promise<Gestor | undefined> {
  const { config, connection, ajustes, clock, logger, content, sealing } = installation;
  if (config.gestorCarpeta === undefined) return undefined;
  const texts: Texts = (key, params) => content.texts(key, params);
  const series = seriesOf(config.entidad, ajustes);
  const casos = createMongoCasosDelLibro(office.model, series);
  const externos = await openMongoRadicadosExternos(connection, series);
  const { terminos, applyOrden } = office;
  const gestor = createCarpetaConnector({
    carpeta: config.gestorCarpeta,
    clock,
    logger,
    explain: explainRefusal(texts),
  });
  const draw = drawingOf(installation, office);
  const pack = await packOf(installation, draw);
  const entregas = await openMongoEntregas(connection, series);
  const notice = createNoticeOf({ texts, terminos, publicUrl: config.publicUrl, constancia: draw });
  const told = { ...notice, externos, casos, correo: createCorreo(config), sealing, applyOrden };
  const tell = createTellRadicado({ ...told, clock, logger });
  return {
    takeRadicados: createTakeRadicados({ gestor, casos, externos, applyOrden, clock, logger }),
    // Without a mail server the notices wait, and are listed.
    tellRadicados: config.smtpUrl && config.remitente ? tell : () => Promise.resolve(),
    deliverCases: createDeliverCases({ entregas, casos, pack, gestor, clock, logger }),
  };
}

async function packOf({ content, sealing, anexos, decisiones }: Installation, draw: Draw): Promise<PackCase> {
  const decided = (await decisiones.all()).findLast(({ clave }) => clave === CONFIDENCIAL_EN_GESTOR.clave);
  return createPackCase({
    entidad: content.entidad.nombre,
    sealing,
    anexos,
    copia: (pqrsd, conNombre) => draw(pqrsd, conNombre ? 'CON_PERSONA' : 'SIN_PERSONA'),
    confidencialConNombre: decided?.valor === CONFIDENCIAL_EN_GESTOR.si,
  });
}
