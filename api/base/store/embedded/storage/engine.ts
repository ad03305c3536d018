import { type Clock, systemClock } from '../../../kernel/clock';
import { Catalog, type CollectionInfo } from './catalog';
import { Documents } from './documents';
import { Environment } from './environment';
import { Snapshots } from './snapshots';

export interface EngineOptions {
  readonly clock?: Clock;
  /** As in `EmbeddedOptions`. */
  readonly gate?: SharedArrayBuffer;
}

/** The open database: file, catalog and documents. */
export class Engine {
  readonly env: Environment;
  readonly catalog: Catalog;
  readonly documents: Documents;
  readonly snapshots: Snapshots;

  constructor(path: string, { clock = systemClock, gate }: EngineOptions = {}) {
    this.env = new Environment(path, gate);
    this.catalog = new Catalog(this.env);
    this.documents = new Documents(this.env, this.catalog);
    this.snapshots = new Snapshots(this.env, clock);
    this.env.onAbort = () => this.catalog.load();
  }

  /** Only inside a write: the collection, made when it is missing. */
  collection(db: string, name: string): CollectionInfo {
    return this.catalog.find(db, name) ?? this.catalog.create(db, name);
  }

  close(): Promise<void> {
    this.snapshots.endAll();
    return this.env.close();
  }
}
