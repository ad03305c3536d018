import type { Keys } from '../base/sealing/keys';
import type { Reader } from './manifest';

/** An installation as the reader of its backups. */
export const readerOf = (
  { sellado, firma }: Pick<Keys, 'sellado' | 'firma'>,
  { entidad, programa }: Pick<Reader, 'entidad' | 'programa'>,
): Reader => ({ entidad, programa, claves: [...sellado, ...firma].map(({ id }) => id) });
