import { every } from '../base/jobs/every';
import type { Clock } from '../base/kernel/clock';
import type { Logger } from '../base/kernel/logger';
import { hashFiles, readContentFiles } from '../../content/content-files';
import { putInForce } from './content-in-force';
import { createFollowContent } from './follow-content';
import type { Instantaneas } from './instantaneas';
import type { LiveContent } from './live-content';

interface Deps {
  readonly live: LiveContent;
  readonly instantaneas: Instantaneas;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The content folder. */
  readonly dir: string;
}

/** How often a copy looks whether other content was put in force, in milliseconds. */
const POLL_MS = 2_000;

/**
 * What this copy starts with is in force, and what is put in force later is taken without a restart; gives how to stop.
 */
export async function keepUpWithContent({
  live,
  instantaneas,
  clock,
  logger,
  dir,
}: Deps): Promise<() => void> {
  const files = readContentFiles(dir);
  // What stands on disk and was not taken is not put in force.
  if (hashFiles(files) === live.current().hash) await putInForce({ instantaneas, clock }, files, 'inicio');
  const follow = createFollowContent({ instantaneas, live, logger });
  const look = () => follow().catch((cause: unknown) => logger.error('content.not-followed', {}, cause));
  return every(POLL_MS, () => void look());
}
