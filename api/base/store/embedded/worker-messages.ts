import type { Opened } from './open-embedded';

/** What the thread is started with. */
export interface WorkerOptions {
  readonly folder: string;
  readonly refuseScans?: boolean;
  /** As in `EmbeddedOptions`. */
  readonly sweepEveryMs?: number;
  readonly gate?: SharedArrayBuffer;
}

/** What the thread tells once, when it has opened the folder or could not. */
export type WorkerMessage =
  { readonly kind: 'owner'; readonly socket: string } | Exclude<Opened, { kind: 'owner' }>;
