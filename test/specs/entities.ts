import { ClientSession, Db, MongoClient } from 'mongodb';
import type { Known } from './difference';
import { type ObservedClient, observeClient, type Seen } from './observed-client';
import type { Entity } from './spec-file';

/** The clients, databases, collections, sessions and saved results of one test, by their names. */
export class Entities implements Known {
  private readonly things = new Map<string, unknown>();
  private readonly clients = new Map<string, ObservedClient>();
  /** What the store refused by name, in order. */
  readonly refusals: string[] = [];

  constructor(
    private readonly uri: string,
    created: readonly Entity[],
  ) {
    for (const entity of created) this.create(entity);
  }

  entity(id: string): unknown {
    if (!this.things.has(id)) throw new Error(`the test names ${id}, which it did not make`);
    return this.things.get(id);
  }

  lsid(id: string): unknown {
    const session = this.entity(id);
    if (session instanceof ClientSession) return session.id;
    throw new Error(`${id} is no session`);
  }

  save(id: string, thing: unknown): void {
    if (this.things.has(id)) throw new Error(`the test makes ${id} twice`);
    this.things.set(id, thing);
  }

  /** What a client saw, in order. */
  seen = (clientId: string): readonly Seen[] => this.clients.get(clientId)?.seen ?? [];

  async close(): Promise<void> {
    for (const { client } of this.clients.values()) await client.close();
  }

  private create({ client, database, collection, session }: Entity): void {
    if (client) {
      const observed = observeClient(this.uri, client, this.refusals);
      this.clients.set(client.id, observed);
      this.save(client.id, observed.client);
    }
    if (database) {
      const { id, databaseName, databaseOptions } = database;
      this.save(id, this.of(database.client, MongoClient).db(databaseName, databaseOptions));
    }
    if (collection) {
      const { id, collectionName, collectionOptions } = collection;
      this.save(id, this.of(collection.database, Db).collection(collectionName, collectionOptions));
    }
    if (session) this.save(session.id, this.of(session.client, MongoClient).startSession());
  }

  private of<T>(id: string, kind: abstract new (...args: never[]) => T): T {
    const thing = this.entity(id);
    if (thing instanceof kind) return thing;
    throw new Error(`${id} is no ${kind.name}`);
  }
}
