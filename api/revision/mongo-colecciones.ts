import type { Connection } from 'mongoose';
import type { Colecciones } from './ports';

const NAMESPACE_NOT_FOUND = 26;

interface Validated {
  readonly valid: boolean;
  readonly nrecords?: number;
  readonly errors?: readonly string[];
}

/** All collections of the database, as the database lists them: a new one is checked without anybody's thinking of it. */
export function createMongoColecciones(connection: Connection): Colecciones {
  const db = () => {
    if (!connection.db) throw new Error('the connection to the store is not open');
    return connection.db;
  };
  return {
    async names() {
      const found = await db().listCollections({}, { nameOnly: true }).toArray();
      const own = found.filter(({ name, type }) => type === 'collection' && !name.startsWith('system.'));
      return own.map(({ name }) => name).toSorted();
    },
    async validate(name, signal) {
      try {
        const answer = await db().command({ validate: name, background: true }, { signal });
        const { valid, nrecords = 0, errors = [] } = answer as unknown as Validated;
        // A store that says no more than that still says it.
        const errores = valid || errors.length > 0 ? errors : ['valid: false'];
        return { documentos: nrecords, errores };
      } catch (cause) {
        if ((cause as { code?: unknown }).code === NAMESPACE_NOT_FOUND) return undefined;
        throw cause;
      }
    },
  };
}
