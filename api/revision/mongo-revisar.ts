import type { Connection, Model } from 'mongoose';
import type { AnexosStore } from '../base/anexos/anexos';
import type { Clock } from '../base/kernel/clock';
import type { Logger } from '../base/kernel/logger';
import { mongoBookPages } from '../comunicaciones/mongo-book-pages';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { createMongoColecciones } from './mongo-colecciones';
import { createMongoRevisiones } from './mongo-revisiones';
import { createRevisar, type Revisar } from './revisar';

interface Deps {
  readonly connection: Connection;
  readonly model: Model<Pqrsd>;
  readonly entidad: string;
  readonly anexos: AnexosStore;
  readonly clock: Clock;
  readonly logger: Logger;
}

async function* referidos(model: Model<Pqrsd>, entidad: string): AsyncGenerator<string> {
  const cases = model
    .find({ entidad, 'pqrsd.anexos.0': { $exists: true } }, { 'pqrsd.anexos.sha256': 1 })
    .lean<Pick<Pqrsd, 'pqrsd'>>()
    .cursor({ batchSize: 200 });
  for await (const { pqrsd } of cases) for (const { sha256 } of pqrsd.anexos) yield sha256;
}

/** The check of everything on an open connection, of either store. */
export const createMongoRevisar = ({ connection, model, entidad, anexos, clock, logger }: Deps): Revisar =>
  createRevisar({
    colecciones: createMongoColecciones(connection),
    pages: (serie) => mongoBookPages(model, { entidad, ...serie }),
    anexos,
    referidos: () => referidos(model, entidad),
    revisiones: createMongoRevisiones(connection, entidad),
    clock,
    logger,
  });
