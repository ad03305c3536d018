import { createStoreCommand } from './almacen';
import { createKeysCommand } from './claves';
import type { Command, Io } from './command';
import { createDecisionCommand, createGoLiveCommand } from './decision';
import { createClockCommand, createNumberingCommand } from './libro';
import { createVerifyBookCommand, type SerieDelLibro } from './verificar-libro';
import { createVencimientosCommand } from './vencimientos';
import type { Config } from '../config';
import { mongoBookPages } from '../comunicaciones/mongo-book-pages';
import { createMongoBookSettings } from '../comunicaciones/mongo-book-settings';
import { pqrsdModel } from '../pqrsd/mongo-pqrsd';
import type { Installation } from '../installation';
import { createMongoRevisar } from '../revision/mongo-revisar';
import { createMongoRevisiones } from '../revision/mongo-revisiones';
import { tamanosOf } from '../revision/mongo-tamanos';
import { createTerminos } from '../terminos/terminos';
import type { Content } from '../../content/load-content';

interface Deps {
  readonly config: Config;
  readonly content: Content;
  readonly io: Io;
  /** Opens the data, attached to the server when it runs. Its fault is already told when it is undefined. */
  readonly open: () => Promise<Installation | undefined>;
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
  };
  const command = plain[name]?.();
  if (command) return command(rest, io);
  const onData = DATA_COMMANDS[name];
  if (!onData) {
    io.err(texts('admin.ordenDesconocida', { orden: name }));
    return 2;
  }
  const installation = await deps.open();
  if (!installation) return 1;
  const code = await onData(installation)(rest, io);
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

const DATA_COMMANDS: Readonly<Record<string, (installation: Installation) => Command>> = {
  decision: (installation) => createDecisionCommand(decisionDeps(installation)),
  'puesta-en-marcha': (installation) => createGoLiveCommand(decisionDeps(installation)),
  numeracion: (installation) => createNumberingCommand(bookDeps(installation)),
  libro: ({ connection, config, content }) => {
    const model = pqrsdModel(connection);
    const pages = (serie: SerieDelLibro) => mongoBookPages(model, { entidad: config.entidad, ...serie });
    return createVerifyBookCommand({ pages, texts: content.texts });
  },
  almacen: (installation) => createStoreCommand(storeDeps(installation)),
  reloj: (installation) => createClockCommand(bookDeps(installation)),
};
