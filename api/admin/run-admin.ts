import { createStoreCommand } from './almacen';
import { createInterruptionCommand } from './interrupcion';
import { createKeysCommand } from './claves';
import type { Command, Io } from './command';
import { createDecisionCommand, createGoLiveCommand } from './decision';
import { createClockCommand, createNumberingCommand } from './libro';
import { createBackupCommand } from './respaldo';
import { createRestoreCommand } from './restaurar';
import { createVerifyBookCommand } from './verificar-libro';
import type { SerieDelLibro } from '../comunicaciones/series-del-libro';
import { createVencimientosCommand } from './vencimientos';
import { systemClock } from '../base/kernel/clock';
import { createFileCipher } from '../base/sealing/file-cipher';
import type { Keys } from '../base/sealing/keys';
import type { Config } from '../config';
import { mongoBookPages } from '../comunicaciones/mongo-book-pages';
import { createMongoBookSettings } from '../comunicaciones/mongo-book-settings';
import { pqrsdModel } from '../pqrsd/mongo-pqrsd';
import type { Installation, RestorePlace } from '../installation';
import { openMongoInterrupciones } from '../interrupciones/mongo-interrupciones';
import { createPlace } from '../respaldo/mongo-place';
import { openSnapshot } from '../respaldo/mongo-snapshot';
import { readerOf } from '../respaldo/reader-of';
import { createMongoRevisar } from '../revision/mongo-revisar';
import { createMongoRevisiones } from '../revision/mongo-revisiones';
import { tamanosOf } from '../revision/mongo-tamanos';
import { createTerminos } from '../terminos/terminos';
import { VERSION } from '../version';
import type { Content } from '../../content/load-content';

interface Deps {
  readonly config: Config;
  readonly content: Content;
  readonly io: Io;
  /** Opens the data, attached to the server when it runs. Its fault is already told when it is undefined. */
  readonly open: () => Promise<Installation | undefined>;
  /** The keys that are there, never made. */
  readonly oldKeys: () => Keys;
  /** The data folder, whatever it holds, for this process alone. */
  readonly openPlace: (keys: Keys) => Promise<RestorePlace>;
}

/** Runs `npm run admin -- ORDEN …`. Only the orders that need data open it. */
export async function runAdmin(args: readonly string[], deps: Deps): Promise<number> {
  const [name, ...rest] = args;
  const { content, config, io } = deps;
  const { texts } = content;
  if (name === undefined) {
    io.out(texts('admin.uso'));
    return 2;
  }
  const plain: Record<string, () => Command> = {
    vencimientos: () => createVencimientosCommand(createTerminos(content.legal), texts),
    claves: () => createKeysCommand(config.clavesDir, texts),
    restaurar: () => createRestoreCommand(restoreDeps(deps)),
  };
  const onNothing = plain[name]?.();
  if (onNothing) return onNothing(rest, io);
  const onData = DATA_COMMANDS[name];
  if (!onData) {
    io.err(texts('admin.ordenDesconocida', { orden: name }));
    return 2;
  }
  const installation = await deps.open();
  if (!installation) return 1;
  const command = await onData(installation);
  const code = await command(rest, io);
  await installation.close();
  return code;
}

const decisionDeps = ({ decisiones, keys, config, clock, content }: Installation) => ({
  decisiones,
  preparacion: { origenClaves: keys.origen, publicUrl: config.publicUrl },
  clock,
  texts: content.texts,
});

const bookDeps = ({ connection, config, ajustes, clock, content }: Installation) => ({
  settings: createMongoBookSettings(connection),
  entidad: config.entidad,
  consecutivos: ajustes.consecutivos,
  clock,
  texts: content.texts,
});

const backupDeps = ({ keys, config, connection, anexos, clock, content }: Installation) => ({
  reader: readerOf(keys, { entidad: config.entidad, programa: VERSION }),
  snapshot: () => openSnapshot(connection),
  anexos,
  cipher: createFileCipher(keys, 'respaldo'),
  clock,
  clavesDir: config.clavesDir,
  texts: content.texts,
});

const restoreDeps = ({ config, content, oldKeys, openPlace }: Deps) => ({
  entidad: config.entidad,
  programa: VERSION,
  clavesDir: config.clavesDir,
  keys: oldKeys,
  openPlace: async (keys: Keys) => {
    const { connection, anexos, close } = await openPlace(keys);
    return { place: createPlace(connection, config.entidad), anexos, close };
  },
  clock: systemClock,
  texts: content.texts,
});

function storeDeps(installation: Installation) {
  const { connection, config, reserva, content } = installation;
  const { entidad } = config;
  return {
    revisar: createMongoRevisar({ ...installation, entidad, model: pqrsdModel(connection) }),
    revisiones: createMongoRevisiones(connection, entidad),
    reserva,
    tamanos: () => tamanosOf(connection, config),
    texts: content.texts,
  };
}

const DATA_COMMANDS: Readonly<Record<string, (installation: Installation) => Command | Promise<Command>>> = {
  decision: (installation) => createDecisionCommand(decisionDeps(installation)),
  'puesta-en-marcha': (installation) => createGoLiveCommand(decisionDeps(installation)),
  numeracion: (installation) => createNumberingCommand(bookDeps(installation)),
  libro: ({ connection, config, content }) => {
    const model = pqrsdModel(connection);
    const pages = (serie: SerieDelLibro) => mongoBookPages(model, { entidad: config.entidad, ...serie });
    return createVerifyBookCommand({ pages, texts: content.texts });
  },
  respaldo: (installation) => createBackupCommand(backupDeps(installation)),
  almacen: (installation) => createStoreCommand(storeDeps(installation)),
  interrupcion: async ({ connection, config, clock, content }) =>
    createInterruptionCommand({
      interrupciones: await openMongoInterrupciones(connection, config.entidad),
      clock,
      texts: content.texts,
    }),
  reloj: (installation) => createClockCommand(bookDeps(installation)),
};
