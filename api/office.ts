import type { Clock } from './base/kernel/clock';
import type { Logger } from './base/kernel/logger';
import type { StoreLongText } from './base/kernel/long-text';
import type { Sealing } from './base/kernel/sealing';
import type { Reserva } from './base/reserva/reserva';
import type { Keys } from './base/sealing/keys';
import { createSealing } from './base/sealing/sealing';
import type { Connection } from './base/store/connect';
import type { Config } from './config';
import { byContent, type LiveContent } from './contenido/live-content';
import { type ClockGuard, createClockGuard } from './comunicaciones/clock-guard';
import { FilingQueue } from './comunicaciones/filing-queue';
import { createMongoBook, type Series } from './comunicaciones/mongo-book';
import { createMongoBookSettings, type MongoBookSettings } from './comunicaciones/mongo-book-settings';
import { createNextPlace } from './comunicaciones/place';
import { placeWithRoom } from './comunicaciones/place-with-room';
import { createAcuseOf } from './pqrsd/acuse';
import { createFileOrKeep } from './pqrsd/file-or-keep';
import { createFilePqrsd } from './pqrsd/file-pqrsd';
import { createFileUnderClave, libroOf } from './pqrsd/file-under-clave';
import { createFileWaiting } from './pqrsd/file-waiting';
import { createFindPqrsd } from './pqrsd/find-pqrsd';
import { assertSealed, createMongoPqrsdByNumber, pqrsdModel } from './pqrsd/mongo-pqrsd';
import { createMongoPorRadicar, porRadicarModel } from './pqrsd/mongo-por-radicar';
import type { PorRadicar, PorRadicarDe } from './pqrsd/por-radicar';
import { confirmedDependencia, routeTo } from './rutas/route';
import type { Recibida } from './pqrsd/seal-case';
import { createTrackPqrsd } from './pqrsd/track-pqrsd';
import type { Ajustes } from './puesta-en-marcha/go-live';
import { liveTerminos } from './terminos/live-terminos';
import { createTerminos, type Terminos } from './terminos/terminos';
import type { Content } from '../content/load-content';

/** What the Ventanilla Única stands on. */
export interface OfficeDeps {
  readonly config: Pick<Config, 'entidad' | 'publicUrl'>;
  readonly content: Content;
  readonly contenido: { readonly live: Pick<LiveContent, 'current'> };
  readonly keys: Keys;
  readonly connection: Connection;
  readonly storeLongText: StoreLongText;
  readonly reserva: Pick<Reserva, 'admit'>;
  readonly ajustes: Ajustes;
  readonly clock: Clock;
  readonly logger: Logger;
}

export const seriesOf = (entidad: string, { prueba, consecutivos }: Ajustes): Series => ({
  entidad,
  libro: prueba ? 'PRUEBA' : 'OFICIAL',
  serie: consecutivos === 'UNA' ? 'U' : 'E',
});

/** The Ventanilla Única: its use cases on the given store, once its indexes exist. */
export async function openOffice(deps: OfficeDeps) {
  const { config, content, keys, connection, clock } = deps;
  const sealing = createSealing(keys);
  const terminos = liveTerminos(byContent(deps.contenido.live.current, ({ legal }) => createTerminos(legal)));
  const model = pqrsdModel(connection);
  await model.createIndexes();
  const settings = createMongoBookSettings(connection);
  const guard = createClockGuard(clock);
  const find = createFindPqrsd(createMongoPqrsdByNumber(model, config.entidad), keys.codigos);
  const dependenciaName = (code: string) => confirmedDependencia(code, content);
  return {
    ...(await openFiling(deps, { model, settings, guard, sealing, terminos })),
    model,
    settings,
    guard,
    sealing,
    terminos,
    find,
    track: createTrackPqrsd({ find, clock, terminos, dependenciaName }),
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

interface FilingParts {
  readonly model: ReturnType<typeof pqrsdModel>;
  readonly settings: MongoBookSettings;
  readonly guard: ClockGuard;
  readonly sealing: Sealing;
  readonly terminos: Terminos;
}

/** Filing, what waits for a number, and whether numbers are given. */
async function openFiling(deps: OfficeDeps, { model, settings, guard, sealing, terminos }: FilingParts) {
  const { config, content, keys, connection, ajustes, logger, storeLongText, reserva } = deps;
  const { entidad, publicUrl } = config;
  const book = createMongoBook(model, settings, seriesOf(entidad, ajustes), assertSealed);
  const nextPlace = createNextPlace({ book, guard, logger });
  const place = placeWithRoom(nextPlace, () => reserva.admit('radicacion'));
  const queue = new FilingQueue({ book, nextPlace: place, logger });
  const route = (recibida: Recibida) => routeTo(recibida, content);
  const file = createFileUnderClave({ entidad, ajustes, queue, terminos, sealing, route });
  const porRadicar = await openPorRadicar(connection, { entidad, libro: libroOf(ajustes) });
  const fileOrKeep = createFileOrKeep({ file, porRadicar, sealing, logger });
  const constanciaUrl = `${publicUrl}/constancia`;
  const acuseOf = createAcuseOf({ codigos: keys.codigos, constanciaUrl, terminos });
  return {
    filePqrsd: createFilePqrsd({ fileOrKeep, sealing, storeLongText, acuseOf }),
    fileWaiting: createFileWaiting({ fileOrKeep, porRadicar, sealing, logger }),
    /** Whether the next petition would get a number. */
    numeracion: async (): Promise<'activa' | 'pausada'> =>
      (await nextPlace.paused(await book.end())) ? 'pausada' : 'activa',
  };
}

async function openPorRadicar(connection: Connection, de: PorRadicarDe): Promise<PorRadicar> {
  const model = porRadicarModel(connection);
  await model.createIndexes();
  return createMongoPorRadicar(model, de);
}
