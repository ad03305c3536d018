import type { AnexosStore } from './base/anexos/anexos';
import { createDropOriginals } from './base/anexos/drop-originals';
import { referredIn } from './base/anexos/mongo-referred';
import type { Referred } from './base/anexos/sweep-orphans';
import type { Clock } from './base/kernel/clock';
import type { Logger } from './base/kernel/logger';
import type { StoreLongText } from './base/kernel/long-text';
import type { Sealing } from './base/kernel/sealing';
import type { Reserva } from './base/reserva/reserva';
import type { Keys } from './base/sealing/keys';
import type { Connection } from './base/store/connect';
import type { Config } from './config';
import type { LiveContent } from './contenido/live-content';
import type { ClockGuard } from './comunicaciones/clock-guard';
import { FilingQueue } from './comunicaciones/filing-queue';
import { createMongoBook, type Series } from './comunicaciones/mongo-book';
import type { MongoBookSettings } from './comunicaciones/mongo-book-settings';
import { createNextPlace } from './comunicaciones/place';
import { placeWithRoom } from './comunicaciones/place-with-room';
import { createAcuseOf } from './pqrsd/acuse';
import { createFileOrKeep } from './pqrsd/file-or-keep';
import { createFilePqrsd } from './pqrsd/file-pqrsd';
import { createFileUnderClave, libroOf } from './pqrsd/file-under-clave';
import { createFileWaiting } from './pqrsd/file-waiting';
import { createMongoPorRadicar, porRadicarModel } from './pqrsd/mongo-por-radicar';
import { assertSealed, type pqrsdModel } from './pqrsd/mongo-pqrsd';
import { createReferredByCases } from './pqrsd/mongo-referred';
import type { Recibida } from './pqrsd/seal-case';
import type { Ajustes } from './puesta-en-marcha/go-live';
import { routeTo } from './rutas/route';
import type { Terminos } from './terminos/terminos';
import { atencionModel } from './ventanilla/mongo-atenciones';
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

export interface FilingParts {
  readonly model: ReturnType<typeof pqrsdModel>;
  readonly settings: MongoBookSettings;
  readonly guard: ClockGuard;
  readonly sealing: Sealing;
  readonly terminos: Terminos;
}

/** Filing, what waits for a number, and whether numbers are given. */
export async function openFiling(
  deps: OfficeDeps,
  { model, settings, guard, sealing, terminos }: FilingParts,
) {
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
  const { places, originals } = await openReferences(deps, model, waiting);
  const dropOriginals = async (sha256s: readonly string[]): Promise<void> => originals?.drop(sha256s);
  const fileOrKeep = createFileOrKeep({ file, porRadicar, sealing, logger });
  const constanciaUrl = `${publicUrl}/constancia`;
  const acuseOf = createAcuseOf({ codigos: keys.codigos, constanciaUrl, terminos });
  return {
    filePqrsd: createFilePqrsd({
      fileOrKeep,
      sealing,
      storeLongText,
      acuseOf,
      dropOriginals,
    }),
    dropOriginals,
    /** Every place that may refer to a file; absent when not all are known. */
    places,
    fileWaiting: createFileWaiting({ fileOrKeep, porRadicar, sealing, logger }),
    /** Whether the next petition would get a number. */
    numeracion: async (): Promise<'activa' | 'pausada'> =>
      (await nextPlace.paused(await book.end())) ? 'pausada' : 'activa',
  };
}

/** A conversation forgets a draft within seconds of its filing; until then its files are looked at again. */
const DROP_AGAIN_MS = 15_000;

/** Every place that may refer to a file, in the order in which a reference travels; none when not all are known. */
async function openReferences(
  { config: { entidad }, connection, drafts, anexos, logger }: OfficeDeps,
  model: FilingParts['model'],
  waiting: ReturnType<typeof porRadicarModel>,
) {
  const atenciones = atencionModel(connection);
  await atenciones.createIndexes();
  const places = drafts && [
    ...drafts,
    referredIn(atenciones, entidad),
    referredIn(waiting, entidad),
    createReferredByCases(model, entidad),
  ];
  const later = (task: () => void) => void setTimeout(task, DROP_AGAIN_MS).unref();
  return { places, originals: places && createDropOriginals({ anexos, places, logger, later }) };
}
