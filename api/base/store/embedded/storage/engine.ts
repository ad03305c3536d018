import { Catalog, type CollectionInfo } from './catalog';
import { Documents } from './documents';
import { Environment } from './environment';

/** The open database: file, catalog and documents. */
export class Engine {
  readonly env: Environment;
  readonly catalog: Catalog;
  readonly documents: Documents;

  constructor(path: string, gate?: SharedArrayBuffer) {
    this.env = new Environment(path, gate);
    this.catalog = new Catalog(this.env);
    this.documents = new Documents(this.env, this.catalog);
    this.env.onAbort = () => this.catalog.load();
  }

  /** Only inside a write: the collection, made when it is missing. */
  collection(db: string, name: string): CollectionInfo {
    return this.catalog.find(db, name) ?? this.catalog.create(db, name);
  }

  close = (): Promise<void> => this.env.close();
}
