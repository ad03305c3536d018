import type { DiskEvent } from './disk-recording';

/** How the commits of a recording reached the disk. */
export interface DiskOrder {
  readonly commits: number;
  readonly replies: number;
  readonly acknowledgements: number;
  /** Where the order was another: what a power cut could have made of it. */
  readonly faults: readonly string[];
}

/** The two pages that say which pages are current, in bytes. */
const META_END = 2 * 4096;

/**
 * Checks the order of every commit: pages, a sync that covers them, the page that makes them current through a
 * descriptor that waits for the disk, and only then an answer to any client.
 */
export function diskOrder(events: readonly DiskEvent[]): DiskOrder {
  const faults: string[] = [];
  const seen = { commits: 0, replies: 0, acknowledgements: 0 };
  let unsynced = 0;
  let landing = false;
  let made = false;
  const check = (right: boolean, moment: number, what: string): void => {
    if (!right) faults.push(`event ${moment}: ${what}`);
  };
  for (const [moment, event] of events.entries()) {
    if (event.kind === 'write' && event.durable) {
      check(event.at + event.size <= META_END, moment, 'a page is written as if it were the last step');
      check(unsynced === 0, moment, 'pages become current before they are on the disk');
      landing = true;
    } else if (event.kind === 'write') {
      check(!made || event.at >= META_END, moment, 'pages become current by a write that nobody waits for');
      unsynced += 1;
    } else if (event.kind === 'synced') unsynced = 0;
    else if (event.kind === 'landed') {
      landing = false;
      seen.commits += 1;
    } else if (event.kind === 'folder-synced') made = true;
    else if (event.kind === 'replied') {
      check(made, moment, 'an answer before the name of the file is on the disk');
      check(unsynced === 0 && !landing, moment, 'an answer in the middle of a commit');
      seen.replies += 1;
    } else if (event.kind === 'told' && event.told.done) seen.acknowledgements += 1;
  }
  return { ...seen, faults };
}
