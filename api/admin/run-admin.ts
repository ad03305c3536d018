import { createAccesosCommand } from './accesos';
import { createStoreCommand } from './almacen';
import { createBandejaCommand } from './bandeja';
import { createCasoCommand } from './caso';
import { createInterruptionCommand } from './interrupcion';
import { createKeysCommand } from './claves';
import { createAvisoCommand } from './aviso';
import type { Command, Io } from './command';
import { createContentCommand } from './contenido';
import { createDecisionCommand, createGoLiveCommand } from './decision';
import { createGestorCommand } from './gestor';
import { createClockCommand, createNumberingCommand } from './libro';
import { createAskCommand } from './preguntar';
import { createBackupCommand } from './respaldo';
import { createRestoreCommand } from './restaurar';
import { createVerifyBookCommand } from './verificar-libro';
import type { SerieDelLibro } from '../comunicaciones/series-del-libro';
import { createVencimientosCommand } from './vencimientos';
import { createEscucharCommand } from './escuchar';
import type { Prompts } from './ventanilla/prompts';
import { createVentanillaCommand } from './ventanilla/ventanilla';
import { counterDeps, listeningDeps } from '../counter';
import { askAtDesk, deskDeps } from '../desk';
import { systemClock } from '../base/kernel/clock';
import { createFileCipher } from '../base/sealing/file-cipher';
import type { Keys } from '../base/sealing/keys';
import type { Config } from '../config';
import { mongoBookPages } from '../comunicaciones/mongo-book-pages';
import { createMongoBookSettings } from '../comunicaciones/mongo-book-settings';
import type { Pregunta } from '../pqrsd/ask-in-case';
import { prepareCarpeta } from '../documents/carpeta/carpeta-connector';
import { createMongoCasosDelLibro } from '../documents/mongo-casos-del-libro';
import { openMongoEntregas } from '../documents/mongo-entregas';
import { openMongoRadicadosExternos } from '../documents/mongo-radicados-externos';
import { openOffice, seriesOf } from '../office';
import { pqrsdModel } from '../pqrsd/mongo-pqrsd';
import { type Installation, preparacionOf, type RestorePlace } from '../installation';
import { openMongoInterrupciones } from '../interrupciones/mongo-interrupciones';
import { createPlace } from '../respaldo/mongo-place';
import { openSnapshot } from '../respaldo/mongo-snapshot';
import { readerOf } from '../respaldo/reader-of';
import { createMongoRevisar } from '../revision/mongo-revisar';
import { createMongoRevisiones } from '../revision/mongo-revisiones';
import { tamanosOf } from '../revision/mongo-tamanos';
import { createTerminos } from '../terminos/terminos';
import { VERSION } from '../version';
import type { Checked } from '../../content/content-fault';
import { readContentFiles } from '../../content/content-files';
import type { Content } from '../../content/load-content';

interface Deps {
  readonly config: Config;
  /** What stands in the content folder. Its faults are already told. */
  readonly disk: Checked<Content>;
  readonly contentDir: string;
  readonly io: Io;
  /** Whoever is at the keyboard, when an order asks. */
  readonly prompts: () => Prompts;
  /** What is written at standard input, whole. */
  readonly readInput: () => Promise<string>;
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
  const { disk, io } = deps;
  const command = disk.ok && name !== undefined ? plainCommand(name, deps, disk.value) : undefined;
  if (command) return command(rest, io);
  const onData = name === undefined ? undefined : DATA_COMMANDS[name];
  const atCounter = name === undefined ? undefined : COUNTER_COMMANDS[name];
  if (!onData && !atCounter) {
    // Without content there are no words, and its faults were told.
    if (!disk.ok) return 1;
    if (name === undefined) io.out(disk.value.texts('admin.uso'));
    else io.err(disk.value.texts('admin.ordenDesconocida', { orden: name }));
    return 2;
  }
  const installation = await deps.open();
  if (!installation) return 1;
  const ready = onData?.(installation, deps) ?? (await atCounter?.(installation, deps.prompts));
  const code = ready ? await ready(rest, io) : 1;
  await installation.close();
  return code;
}

/** The orders that open no data. */
function plainCommand(name: string, deps: Deps, content: Content): Command | undefined {
  const { texts, legal } = content;
  const commands: Record<string, () => Command> = {
    vencimientos: () => createVencimientosCommand(createTerminos(legal), texts),
    claves: () => createKeysCommand(deps.config.clavesDir, texts),
    restaurar: () => createRestoreCommand(restoreDeps(deps, content)),
  };
  return commands[name]?.();
}

const contentDeps = ({ contenido, clock, content }: Installation, { disk, contentDir }: Deps) => ({
  disk,
  files: () => readContentFiles(contentDir),
  instantaneas: contenido.instantaneas,
  clock,
  texts: content.texts,
});

const decisionDeps = ({ decisiones, keys, config, clock, content }: Installation) => ({
  decisiones,
  preparacion: preparacionOf(config, keys),
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

const restoreDeps = ({ config, oldKeys, openPlace }: Deps, content: Content) => ({
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

const interruptionDeps = ({ connection, config, clock, content }: Installation) => ({
  interrupciones: () => openMongoInterrupciones(connection, config.entidad),
  clock,
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

const askDeps = (installation: Installation, readInput: () => Promise<string>) => ({
  ask: (numero: string, pregunta: Pregunta) => askAtDesk(installation, numero, pregunta),
  readInput,
  texts: installation.content.texts,
});
async function gestorDeps({ config, connection, ajustes, clock, content }: Installation) {
  const series = seriesOf(config.entidad, ajustes);
  const { texts } = content;
  return {
    carpeta: config.gestorCarpeta,
    prepare: (carpeta: string) => prepareCarpeta(carpeta, texts('gestor.leame')),
    entregas: await openMongoEntregas(connection, series),
    casos: createMongoCasosDelLibro(pqrsdModel(connection), series),
    externos: await openMongoRadicadosExternos(connection, series),
    clock,
    texts,
  };
}

const DATA_COMMANDS: Readonly<Record<string, (installation: Installation, deps: Deps) => Command>> = {
  contenido: (installation, deps) => createContentCommand(contentDeps(installation, deps)),
  decision: (installation) => createDecisionCommand(decisionDeps(installation)),
  'puesta-en-marcha': (installation) => createGoLiveCommand(decisionDeps(installation)),
  numeracion: (installation) => createNumberingCommand(bookDeps(installation)),
  aviso: (installation) => async (args, io) => {
    const { config, clock, content } = installation;
    const { avisos } = await openOffice(installation);
    return createAvisoCommand({ avisos, publicUrl: config.publicUrl, clock, texts: content.texts })(args, io);
  },
  libro: ({ connection, config, content }) => {
    const model = pqrsdModel(connection);
    const pages = (serie: SerieDelLibro) => mongoBookPages(model, { entidad: config.entidad, ...serie });
    return createVerifyBookCommand({ pages, texts: content.texts });
  },
  respaldo: (installation) => createBackupCommand(backupDeps(installation)),
  almacen: (installation) => createStoreCommand(storeDeps(installation)),
  preguntar: (installation, { readInput }) => createAskCommand(askDeps(installation, readInput)),
  interrupcion: (installation) => createInterruptionCommand(interruptionDeps(installation)),
  reloj: (installation) => createClockCommand(bookDeps(installation)),
  gestor: (installation) => async (args, io) => createGestorCommand(await gestorDeps(installation))(args, io),
};

/** Orders that ask an official at the keyboard. */
const COUNTER_COMMANDS: Readonly<
  Record<string, (installation: Installation, prompts: () => Prompts) => Promise<Command>>
> = {
  ventanilla: async (...on) => createVentanillaCommand(await counterDeps(...on)),
  escuchar: async (...on) => createEscucharCommand(await listeningDeps(...on)),
  bandeja: async (...on) => createBandejaCommand(await deskDeps(...on)),
  caso: async (...on) => createCasoCommand(await deskDeps(...on)),
  accesos: async (...on) => createAccesosCommand(await deskDeps(...on)),
};
