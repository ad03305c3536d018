import type { AnexosStore } from './base/anexos/anexos';
import { createDropOriginals } from './base/anexos/drop-originals';
import type { Referred } from './base/anexos/sweep-orphans';
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
import { createAddToCase } from './pqrsd/add-to-case';
import { createAcuseOf } from './pqrsd/acuse';
import { anonymousAnexos } from './base/anexos/anonymous-anexos';
import { createApplyOrden } from './pqrsd/apply-orden';
import { createAskInCase } from './pqrsd/ask-in-case';
import { createFileOrKeep } from './pqrsd/file-or-keep';
import { createFilePqrsd } from './pqrsd/file-pqrsd';
import { createFileUnderClave, libroOf } from './pqrsd/file-under-clave';
import { createFileWaiting } from './pqrsd/file-waiting';
import { createFindPqrsd, type FindPqrsd } from './pqrsd/find-pqrsd';
import { createFindSimilar } from './pqrsd/find-similar';
import {
  assertSealed,
  createMongoCasesOfPerson,
  createMongoPqrsdByNumber,
  createMongoPqrsdStore,
  pqrsdModel,
} from './pqrsd/mongo-pqrsd';
import {
  createMongoPorRadicar,
  createReferredByPorRadicar,
  porRadicarModel,
} from './pqrsd/mongo-por-radicar';
import { createReferredByCases } from './pqrsd/mongo-referred';
import { createCasesOfChat, createMyCases, createOpenCase } from './pqrsd/my-cases';
import { createSayInCase } from './pqrsd/say-in-case';
import { createDescribeCase, type DescribeCase } from './pqrsd/seguimiento/describe-case';
import { confirmedDependencia, routeTo } from './rutas/route';
import type { Recibida } from './pqrsd/seal-case';
import { createTrackPqrsd } from './pqrsd/track-pqrsd';
import type { Ajustes } from './puesta-en-marcha/go-live';
import { liveTerminos } from './terminos/live-terminos';
import { createTerminos, type Terminos } from './terminos/terminos';
import { atencionModel, createReferredByAtenciones } from './ventanilla/mongo-atenciones';
import type { Content } from '../content/load-content';

/** What the Ventanilla Única stands on. */
export interface OfficeDeps {
  readonly config: Pick<Config, 'entidad' | 'publicUrl'>;
  readonly content: Content;
  readonly contenido: { readonly live: Pick<LiveContent, 'current'> };
  readonly keys: Keys;
  readonly connection: Connection;
  readonly anexos: AnexosStore;
  /**
   * What refers to files before the Ventanilla does: messages that wait, then drafts. Without it no file is removed, since
   * nobody knows who else has it.
   */
  readonly drafts?: readonly Referred[];
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
  const describe = createDescribeCase({ clock, terminos, sealing, dependenciaName });
  return {
    ...(await openFiling(deps, { model, settings, guard, sealing, terminos })),
    ...openCases(deps, { model, sealing, terminos, find, describe }),
    model,
    settings,
    guard,
    sealing,
    terminos,
    find,
    track: createTrackPqrsd({ find, describe }),
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

interface CaseParts extends Pick<FilingParts, 'model' | 'sealing' | 'terminos'> {
  readonly find: FindPqrsd;
  readonly describe: DescribeCase;
}

/** What happens in a case after its filing. */
function openCases(deps: OfficeDeps, { model, sealing, terminos, find, describe }: CaseParts) {
  const { config, clock, ajustes, storeLongText } = deps;
  const { entidad } = config;
  const libro = libroOf(ajustes);
  const stored = createMongoPqrsdStore(model, entidad);
  const cases = createMongoCasesOfPerson(model, { entidad, libro });
  const applyOrden = createApplyOrden({ cases: stored, terminos, clock, sealing });
  const say = createSayInCase({ applyOrden, sealing, storeLongText });
  const casesOfChat = createCasesOfChat({ cases, sealing });
  const openCase = createOpenCase(find, casesOfChat);
  const byNumber = createMongoPqrsdByNumber(model, entidad);
  return {
    applyOrden,
    addToCase: createAddToCase({ openCase, say, describe, anonymousAnexos }),
    askInCase: createAskInCase({ cases: byNumber, libro, say, sealing }),
    myCases: createMyCases(casesOfChat, describe),
    findSimilar: createFindSimilar({ cases, casesOfChat, sealing }),
  };
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
  const waiting = porRadicarModel(connection);
  await waiting.createIndexes();
  const porRadicar = createMongoPorRadicar(waiting, { entidad, libro: libroOf(ajustes) });
  // In the order in which a reference travels.
  const atenciones = atencionModel(connection);
  await atenciones.createIndexes();
  const ours = [
    createReferredByAtenciones(atenciones, entidad),
    createReferredByPorRadicar(waiting, entidad),
    createReferredByCases(model, entidad),
  ];
  const places = deps.drafts && [...deps.drafts, ...ours];
  const originals = places && createDropOriginals({ anexos: deps.anexos, places, logger });
  const fileOrKeep = createFileOrKeep({ file, porRadicar, sealing, logger });
  const constanciaUrl = `${publicUrl}/constancia`;
  const acuseOf = createAcuseOf({ codigos: keys.codigos, constanciaUrl, terminos });
  return {
    filePqrsd: createFilePqrsd({
      fileOrKeep,
      sealing,
      storeLongText,
      acuseOf,
      dropOriginals: async (sha256s) => originals?.drop(sha256s),
    }),
    /** Every place that may refer to a file; absent when not all are known. */
    places,
    originals,
    fileWaiting: createFileWaiting({ fileOrKeep, porRadicar, sealing, logger }),
    /** Whether the next petition would get a number. */
    numeracion: async (): Promise<'activa' | 'pausada'> =>
      (await nextPlace.paused(await book.end())) ? 'pausada' : 'activa',
  };
}
