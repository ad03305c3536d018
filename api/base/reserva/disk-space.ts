import type { Espacio } from './espacio';

/** Port: the room on the disk where the data lie. */
export interface DiskSpace {
  /** What a process of this user may still write, as of a few seconds ago at most. Rejects when the disk does not say. */
  read(): Promise<Espacio>;
}
