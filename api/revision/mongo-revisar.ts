import type { Connection, Model } from 'mongoose';
import type { AnexosStore } from '../base/anexos/anexos';
import type { Clock } from '../base/kernel/clock';
import type { Logger } from '../base/kernel/logger';
import { mongoBookPages } from '../comunicaciones/mongo-book-pages';
import { contentsOfCase } from '../pqrsd/mongo-referred';
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
  const withFiles = ['pqrsd.anexos.0', 'pqrsd.mensajes.0'].map((path) => ({ [path]: { $exists: true } }));
  const cases = model
    .find({ entidad, $or: withFiles }, { 'pqrsd.anexos': 1, 'pqrsd.mensajes.anexos': 1 })
    .lean<Pick<Pqrsd, 'pqrsd'>>()
    .cursor({ batchSize: 200 });
  for await (const one of cases) yield* contentsOfCase(one);
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
