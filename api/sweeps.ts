import { sweepOrphans } from './base/anexos/sweep-orphans';
import { scheduleAvisos } from './avisos/avisos.job';
import { createCorreo } from './base/correo/smtp-correo';
import { every } from './base/jobs/every';
import { createAgendaScheduler } from './base/jobs/agenda-scheduler';
import type { Scheduler } from './base/jobs/scheduler';
import { startWithRoom } from './base/jobs/start-with-room';
import { createSigner } from './base/sealing/signer';
import { createMongoPorSellar } from './comunicaciones/mongo-por-sellar';
import { createDailySeal } from './comunicaciones/sello/daily-seal';
import { createSealDelivery } from './comunicaciones/sello/deliver-seal';
import { scheduleDailySeal } from './comunicaciones/sello/sello.job';
import type { Sellos } from './comunicaciones/sello/sellos';
import { scheduleGestor } from './documents/gestor.job';
import { openGestor } from './gestor';
import type { Installation } from './installation';
import { scheduleNotificaciones } from './notificaciones/notificaciones.job';
import type { AvisoPorChat } from './notificaciones/ports';
import { openNotify } from './notify';
import type { Office } from './office';
import { createMongoPorRecontar } from './pqrsd/recalcular/mongo-por-recontar';
import { createRecalcular } from './pqrsd/recalcular/recalcular';
import { scheduleRecalcular } from './pqrsd/recalcular/recalcular.job';
import { createMongoRevisar } from './revision/mongo-revisar';
import { createMongoRevisiones } from './revision/mongo-revisiones';
import { scheduleRevision } from './revision/revision.job';

interface Deps {
  readonly installation: Installation;
  readonly office: Office;
  readonly sellos: Sellos;
  /** What conversations need now and then. */
  readonly engine: { recoverTurns(): Promise<number>; sweep(): Promise<void> };
  /** How a chat is written to about a case; absent while no channel that can be written to is on. */
  readonly avisoPorChat?: AvisoPorChat;
  /** Parts of the program that need something now and then. */
  readonly also: readonly { readonly schedule: (scheduler: Scheduler) => void }[];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The recurring work: each sweep only mends what should already have happened, and may run twice. */
export async function startSweeps(deps: Deps): Promise<Pick<Scheduler, 'stop'>> {
  const { installation, office, engine } = deps;
  const { connection, config, logger, clock } = installation;
  const { entidad } = config;
  const scheduler = createAgendaScheduler({ db: connection.getClient().db(), entidad, logger });
  const stopping = new AbortController();
  scheduleDailySeal(scheduler, await dailySealOf(deps));
  scheduler.every('turnos-pendientes', { everyMs: MINUTE }, async () => void (await engine.recoverTurns()));
  scheduler.every('conversaciones-olvido', { everyMs: 15 * MINUTE }, () => engine.sweep());
  scheduler.every('por-radicar', { everyMs: MINUTE }, async () => void (await office.fileWaiting()));
  scheduleCalendar(scheduler, deps);
  scheduleFiles(scheduler, deps);
  const gestor = await openGestor(installation, office);
  if (gestor) scheduleGestor(scheduler, gestor);
  scheduleAvisos(scheduler, office.avisos.barrer);
  scheduleNotificaciones(scheduler, await openNotify(installation, office, deps.avisoPorChat));
  for (const { schedule } of deps.also) schedule(scheduler);
  // The last one: at a start the others are not kept waiting.
  scheduleRevision(scheduler, {
    revisar: createMongoRevisar({ ...installation, model: office.model, entidad }),
    revisiones: createMongoRevisiones(connection, entidad),
    clock,
    signal: stopping.signal,
  });
  const stopTrying = await startWithRoom(scheduler, { logger, every });
  return {
    async stop() {
      stopTrying();
      stopping.abort();
      await scheduler.stop();
    },
  };
}

/** Open cases whose date was counted with another calendar. */
function scheduleCalendar(scheduler: Scheduler, { installation, office }: Deps): void {
  const { contenido, config, logger } = installation;
  const porRecontar = createMongoPorRecontar(office.model, config.entidad);
  scheduleRecalcular(scheduler, {
    recalcular: createRecalcular({ ...office, porRecontar, logger }),
    isUpToDate: async () => (await contenido.instantaneas.lastHash()) === contenido.live.current().hash,
  });
}

/** Files that nothing refers to. */
function scheduleFiles(scheduler: Scheduler, { installation, office }: Deps): void {
  const { anexos, clock, logger } = installation;
  const { places } = office;
  if (!places) return;
  scheduler.every('anexos-huerfanos', { everyMs: DAY }, async () => {
    const removed = await sweepOrphans({ anexos, clock, places });
    if (removed > 0) logger.info('anexos.orphans-removed', { removed });
  });
}

async function dailySealOf({ installation, office, sellos }: Deps): Promise<() => Promise<void>> {
  const { config, logger, clock, keys, content, decisiones } = installation;
  const { entidad, smtpUrl, remitente, publicUrl } = config;
  const controlInterno = (await decisiones.all()).findLast(
    ({ clave }) => clave === 'correo_control_interno',
  )?.valor;
  const destino = () => controlInterno;
  const texts = () => content.texts;
  const correo = createCorreo({ smtpUrl, remitente });
  return createDailySeal({
    entidad,
    sellos,
    porSellar: createMongoPorSellar(office.model, entidad),
    signer: createSigner(keys),
    clock,
    guard: office.guard,
    logger,
    destino,
    deliver: createSealDelivery({ sellos, correo, destino, clock, logger, texts, publicUrl }),
  });
}
