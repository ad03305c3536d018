import { join } from 'node:path';
import type { AnexosStore } from './base/anexos/anexos';
import { createFileAnexos } from './base/anexos/file-anexos';
import { createMongoAnexos } from './base/anexos/mongo-anexos';
import { createGrid } from './base/anexos/mongo-grid';
import { reservedAnexos } from './base/anexos/reserved-anexos';
import { storeTextIn } from './base/anexos/store-text';
import { keysMatchData } from './base/instalacion/mongo-key-match';
import { isBeingRestored } from './base/instalacion/mongo-restore-mark';
import type { Clock } from './base/kernel/clock';
import { failure, type Failure } from './base/kernel/failures';
import type { Logger } from './base/kernel/logger';
import { MAX_ANEXO_BYTES } from './base/kernel/receive-file';
import type { StoreLongText } from './base/kernel/long-text';
import { err, ok, type Result } from './base/kernel/result';
import type { Sealing } from './base/kernel/sealing';
import { createReserva, type Reserva } from './base/reserva/reserva';
import { statfsDiskSpace } from './base/reserva/statfs-disk-space';
import { createFileCipher } from './base/sealing/file-cipher';
import { openKeys } from './base/sealing/key-folder';
import type { Keys } from './base/sealing/keys';
import { createSealing } from './base/sealing/sealing';
import { connect, type Connection } from './base/store/connect';
import { openStore, type OpenStore } from './base/store/open-store';
import type { Config } from './config';
import { contentAtStart } from './contenido/content-in-force';
import type { Instantaneas } from './contenido/instantaneas';
import { createLiveContent, type LiveContent } from './contenido/live-content';
import { openMongoInstantaneas } from './contenido/mongo-instantaneas';
import { decisionesVigentes } from './puesta-en-marcha/decision';
import { type Ajustes, ajustesFrom } from './puesta-en-marcha/go-live';
import { createMongoDecisiones, type RegistroDecisiones } from './puesta-en-marcha/mongo-decisiones';
import type { Checked } from '../content/content-fault';
import type { Content } from '../content/load-content';

/** The content in force, and every content that was. */
export interface Contenido {
  readonly live: LiveContent;
  readonly instantaneas: Instantaneas;
}

/** What every command that touches data stands on. */
export interface Installation {
  readonly config: Config;
  /** Every part of it is read from the content in force. */
  readonly content: Content;
  readonly contenido: Contenido;
  readonly keys: Keys;
  readonly sealing: Sealing;
  readonly store: OpenStore;
  readonly connection: Connection;
  /** Refused when the rest of the disk is kept for filings. */
  readonly anexos: AnexosStore;
  /** The part of a petition that is too long for its document. */
  readonly storeLongText: StoreLongText;
  readonly reserva: Reserva;
  readonly decisiones: RegistroDecisiones;
  readonly ajustes: Ajustes;
  readonly clock: Clock;
  readonly logger: Logger;
  close(): Promise<void>;
}

interface Deps {
  readonly config: Config;
  /** What stands in the content folder, or its faults: then the last good content stays in force. */
  readonly disk: Checked<Content>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** serve: be the only owner of the data folder. attach-or-own: use the owner's store when there is one. */
  readonly mode: 'serve' | 'attach-or-own';
  /** Bundled worker of the embedded store; in this process when absent. */
  readonly workerFile?: string;
}

/**
 * Opens keys, store and files. Failures: those of keys and store, and NOT_READY when the keys are not of this data, its
 * restoration has not ended, or there is no good content.
 */
export async function openInstallation(deps: Deps): Promise<Result<Installation, Failure>> {
  const { config, logger } = deps;
  const opened = openKeys(config.clavesDir);
  if (!opened.ok) return opened;
  const { keys } = opened.value;
  const store = await openStore({ ...config, ...deps, thread: deps.workerFile ? 'worker' : 'inline' });
  if (!store.ok) return store;
  const connection = await connect(store.value, { logger });
  const motivo = await whyNot(connection, config.entidad, keys);
  const contenido = motivo ?? (await openContenido(deps, connection));
  if (typeof contenido !== 'string') {
    return ok(await assemble(deps, { keys, store: store.value, connection, contenido }));
  }
  await closing(connection, store.value)();
  return err(failure('NOT_READY', { motivo: contenido }));
}

/** The content in force, or why there is none. */
async function openContenido(
  { config, disk, logger }: Deps,
  connection: Connection,
): Promise<Contenido | 'SIN_CONTENIDO'> {
  const instantaneas = await openMongoInstantaneas(connection, config.entidad);
  const first = await contentAtStart({ instantaneas, logger }, disk);
  return first ? { live: createLiveContent(first), instantaneas } : 'SIN_CONTENIDO';
}

/** Why this data may not be used; the mark first, because the keys leave a trace in data that is empty. */
async function whyNot(connection: Connection, entidad: string, keys: Keys): Promise<string | undefined> {
  if (await isBeingRestored(connection)) return 'RESTAURACION_SIN_TERMINAR';
  const matches = await keysMatchData(connection, entidad, keys, createSealing(keys));
  if (!matches) return 'CLAVES_DE_OTROS_DATOS';
  return undefined;
}

/** Database and files that a backup is restored into: nothing of them has been read or written yet. */
export interface RestorePlace {
  readonly connection: Connection;
  readonly anexos: AnexosStore;
  readonly close: () => Promise<void>;
}

/** Opens a place for this process alone. Failures: those of the store, also when a server is serving it. */
export async function openRestorePlace(
  { config, clock, logger }: Pick<Deps, 'config' | 'clock' | 'logger'>,
  keys: Keys,
): Promise<Result<RestorePlace, Failure>> {
  const store = await openStore({ ...config, mode: 'serve', thread: 'inline', logger });
  if (!store.ok) return store;
  const connection = await connect(store.value, { logger });
  return ok({
    connection,
    anexos: anexosOf(config, connection, keys, clock),
    close: closing(connection, store.value),
  });
}

const closing = (connection: Connection, store: OpenStore) => async (): Promise<void> => {
  await connection.close();
  await store.close();
};

type Opened = Pick<Installation, 'keys' | 'store' | 'connection' | 'contenido'>;

async function assemble(
  { config, clock, logger }: Deps,
  { keys, store, connection, contenido }: Opened,
): Promise<Installation> {
  const decisiones = createMongoDecisiones(connection, config.entidad);
  const files = anexosOf(config, connection, keys, clock);
  const reserva = createReserva({ disk: diskOf(config, clock), logger });
  const preparacion = { origenClaves: keys.origen, publicUrl: config.publicUrl };
  return {
    config,
    content: contenido.live.view,
    contenido,
    keys,
    sealing: createSealing(keys),
    store,
    connection,
    anexos: reservedAnexos(files, reserva),
    storeLongText: storeTextIn(files, reserva),
    reserva,
    decisiones,
    ajustes: ajustesFrom(preparacion, decisionesVigentes(await decisiones.all())),
    clock,
    logger,
    close: closing(connection, store),
  };
}

/** With a MongoDB nothing of weight is written here. */
const diskOf = ({ mongodbUri, dataDir }: Config, clock: Clock) =>
  mongodbUri ? undefined : statfsDiskSpace(dataDir, clock);

/** Files beside the embedded store, or in MongoDB's own. */
function anexosOf(
  { mongodbUri, entidad, dataDir }: Config,
  connection: Connection,
  keys: Keys,
  clock: Clock,
): AnexosStore {
  const files = { cipher: createFileCipher(keys), clock, maxBytes: MAX_ANEXO_BYTES };
  return mongodbUri
    ? createMongoAnexos({ ...files, grid: createGrid(connection), entidad })
    : createFileAnexos({ ...files, dir: join(dataDir, 'anexos') });
}
