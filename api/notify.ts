import { createCorreo } from './base/correo/smtp-correo';
import type { Installation } from './installation';
import { createAdvance } from './notificaciones/advance';
import { openMongoNotificaciones } from './notificaciones/mongo-notificaciones';
import { createMongoPorAvisar } from './notificaciones/mongo-por-avisar';
import { createSweepNotificaciones } from './notificaciones/notificaciones.job';
import { createOpenUntold } from './notificaciones/open-untold';
import type { AvisoPorChat } from './notificaciones/ports';
import type { Office } from './office';
import { createMongoPqrsdStore } from './pqrsd/mongo-pqrsd';

/**
 * The sweep that tells people what happens in their cases.
 * @param chat absent while no channel that can be written to is on.
 */
export async function openNotify(
  installation: Installation,
  office: Pick<Office, 'model' | 'terminos' | 'applyOrden'>,
  chat: AvisoPorChat | undefined,
): Promise<() => Promise<void>> {
  const { connection, config, content, sealing, clock, logger } = installation;
  const { entidad, publicUrl, smtpUrl, remitente } = config;
  const { model, terminos, applyOrden } = office;
  const notificaciones = await openMongoNotificaciones(connection, entidad);
  const deps = {
    content,
    terminos,
    sealing,
    publicUrl,
    notificaciones,
    casos: { ...createMongoPqrsdStore(model, entidad), ...createMongoPorAvisar(model, entidad) },
    applyOrden,
    clock,
    logger,
    ...(chat && { chat }),
    ...(smtpUrl && remitente && { correo: createCorreo(config) }),
  };
  return createSweepNotificaciones({
    ...deps,
    openUntold: createOpenUntold(deps),
    advance: createAdvance(deps),
  });
}
