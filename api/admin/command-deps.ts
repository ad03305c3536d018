import type { Io } from './command';
import type { Prompts } from './ventanilla/prompts';
import type { AdminConsumo } from './consumo';
import type { AdminWhatsappWeb } from './whatsapp';
import { systemClock } from '../base/kernel/clock';
import { createFileCipher } from '../base/sealing/file-cipher';
import type { Keys } from '../base/sealing/keys';
import { mongoBookPages } from '../comunicaciones/mongo-book-pages';
import { createMongoBookSettings } from '../comunicaciones/mongo-book-settings';
import type { SerieDelLibro } from '../comunicaciones/series-del-libro';
import type { Config } from '../config';
import { askAtDesk, avisosAtDesk } from '../desk';
import { prepareCarpeta } from '../documents/carpeta/carpeta-connector';
import { createMongoCasosDelLibro } from '../documents/mongo-casos-del-libro';
import { openMongoEntregas } from '../documents/mongo-entregas';
import { openMongoRadicadosExternos } from '../documents/mongo-radicados-externos';
import { type Installation, preparacionOf, type RestorePlace } from '../installation';
import { openMongoInterrupciones } from '../interrupciones/mongo-interrupciones';
import { seriesOf } from '../office';
import type { Pregunta } from '../pqrsd/ask-in-case';
import { pqrsdModel } from '../pqrsd/mongo-pqrsd';
import { createPlace } from '../respaldo/mongo-place';
import { openSnapshot } from '../respaldo/mongo-snapshot';
import { readerOf } from '../respaldo/reader-of';
import { createMongoRevisar } from '../revision/mongo-revisar';
import { createMongoRevisiones } from '../revision/mongo-revisiones';
import { tamanosOf } from '../revision/mongo-tamanos';
import { VERSION } from '../version';
import type { Checked } from '../../content/content-fault';
import { readContentFiles } from '../../content/content-files';
import type { Content } from '../../content/load-content';

/** What `npm run admin` is given to work with. */
export interface AdminDeps {
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
  /** What the number linked by WhatsApp Web is worked with. */
  readonly whatsappWeb: (installation: Installation) => AdminWhatsappWeb;
  /** What WhatsApp charges for. */
  readonly consumo: (installation: Installation) => Promise<AdminConsumo>;
  /** The keys that are there, never made. */
  readonly oldKeys: () => Keys;
  /** The data folder, whatever it holds, for this process alone. */
  readonly openPlace: (keys: Keys) => Promise<RestorePlace>;
}

/** Of `contenido`. */
export const contentDeps = (
  { contenido, clock, content }: Installation,
  { disk, contentDir }: AdminDeps,
) => ({
  disk,
  files: () => readContentFiles(contentDir),
  instantaneas: contenido.instantaneas,
  clock,
  texts: content.texts,
});

/** Of `decision` and `puesta-en-marcha`. */
export const decisionDeps = ({ decisiones, keys, config, clock, content }: Installation) => ({
  decisiones,
  preparacion: preparacionOf(config, keys),
  clock,
  texts: content.texts,
});

/** Of `numeracion` and `reloj`. */
export const bookDeps = ({ connection, config, ajustes, clock, content }: Installation) => ({
  settings: createMongoBookSettings(connection),
  entidad: config.entidad,
  consecutivos: ajustes.consecutivos,
  clock,
  texts: content.texts,
});

/** Of `respaldo`. */
export const backupDeps = ({ keys, config, connection, anexos, clock, content }: Installation) => ({
  reader: readerOf(keys, { entidad: config.entidad, programa: VERSION }),
  snapshot: () => openSnapshot(connection),
  anexos,
  cipher: createFileCipher(keys, 'respaldo'),
  clock,
  clavesDir: config.clavesDir,
  texts: content.texts,
});

/** Of `restaurar`. */
export const restoreDeps = ({ config, oldKeys, openPlace }: AdminDeps, content: Content) => ({
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

/** Of `interrupcion`. */
export const interruptionDeps = ({ connection, config, clock, content }: Installation) => ({
  interrupciones: () => openMongoInterrupciones(connection, config.entidad),
  clock,
  texts: content.texts,
});

/** Of `almacen`. */
export function storeDeps(installation: Installation) {
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

/** Of `preguntar`. */
export const askDeps = (installation: Installation, readInput: () => Promise<string>) => ({
  ask: (numero: string, pregunta: Pregunta) => askAtDesk(installation, numero, pregunta),
  readInput,
  texts: installation.content.texts,
});
/** Of `gestor`. */
export async function gestorDeps({ config, connection, ajustes, clock, content }: Installation) {
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

/** Of `aviso`. */
export async function avisoDeps(installation: Installation) {
  const { config, clock, content } = installation;
  const avisos = await avisosAtDesk(installation);
  return { avisos, publicUrl: config.publicUrl, clock, texts: content.texts };
}

/** Of `libro`. */
export function verifyBookDeps({ connection, config, content }: Installation) {
  const model = pqrsdModel(connection);
  const pages = (serie: SerieDelLibro) => mongoBookPages(model, { entidad: config.entidad, ...serie });
  return { pages, texts: content.texts };
}
