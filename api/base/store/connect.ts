import { type Connection, createConnection } from 'mongoose';
import type { Logger } from '../kernel/logger';
import type { OpenStore } from './open-store';

/** A write is acknowledged when it is on disk; with a replica set, on the disks of most. */
const DURABLE = { writeConcern: { w: 'majority', journal: true } } as const;

const SELECTION_MS = 10_000;

/** Connects mongoose to the store; rejects when it does not answer. Indexes are made by `ensureIndexes`, never by themselves. */
export async function connect(
  store: OpenStore,
  { logger }: { readonly logger: Logger },
): Promise<Connection> {
  const connection = createConnection(store.uri, {
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: SELECTION_MS,
    ...(store.kind === 'mongodb' ? DURABLE : {}),
  });
  connection.on('error', (cause: unknown) => logger.error('store.connection-error', {}, cause));
  return connection.asPromise();
}

/** Makes the indexes of every model registered on the connection, one after another; those that exist stay as they are. */
export async function ensureIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) await model.createIndexes();
}

export type { Connection };
