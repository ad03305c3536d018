import type { Document } from 'bson';
import { MongoClient, type MongoClientOptions } from 'mongodb';
import { refusedFeature, refusedStatements } from './refusal';
import type { ClientEntity } from './spec-file';

/** A command or its answer, as a client saw it. */
export interface Seen {
  readonly kind: string;
  readonly commandName: string;
  readonly databaseName: string;
  readonly command?: Document;
  readonly reply?: Document;
}

export interface ObservedClient {
  readonly client: MongoClient;
  /** In order, those that the test wants to look at. */
  readonly seen: readonly Seen[];
}

/** A real driver connected to the store; what the store refuses by name is added to `refusals`. */
export function observeClient(uri: string, entity: ClientEntity, refusals: string[]): ObservedClient {
  const { uriOptions, observeEvents = [], ignoreCommandMonitoringEvents: ignored = [] } = entity;
  const client = new MongoClient(uri, { ...(uriOptions as MongoClientOptions), monitorCommands: true });
  const seen: Seen[] = [];
  const see = (one: Seen): void => {
    if (observeEvents.includes(one.kind) && !ignored.includes(one.commandName)) seen.push(one);
  };
  client.on('commandStarted', ({ commandName, databaseName, command }) =>
    see({ kind: 'commandStartedEvent', commandName, databaseName, command }),
  );
  client.on('commandSucceeded', ({ commandName, databaseName, reply }) => {
    refusals.push(...refusedStatements((reply ?? {}) as Document));
    see({ kind: 'commandSucceededEvent', commandName, databaseName, reply: reply as Document });
  });
  client.on('commandFailed', ({ commandName, databaseName, failure }) => {
    const feature = refusedFeature((failure as { code?: unknown }).code, failure.message);
    if (feature !== undefined) refusals.push(feature);
    see({ kind: 'commandFailedEvent', commandName, databaseName });
  });
  return { client, seen };
}
