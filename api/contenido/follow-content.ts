import type { Logger } from '../base/kernel/logger';
import { parseContent } from '../../content/load-content';
import type { Instantaneas } from './instantaneas';
import type { LiveContent } from './live-content';

interface Deps {
  readonly instantaneas: Instantaneas;
  readonly live: Pick<LiveContent, 'current' | 'replace'>;
  readonly logger: Logger;
}

/**
 * Takes what was put in force since, by whoever did: an order of the administrator or another copy of the program.
 * Tells whether it took something. What this version cannot read is said in the log, once, and the rest goes on.
 */
export function createFollowContent({ instantaneas, live, logger }: Deps): () => Promise<boolean> {
  let refused: string | undefined;
  return async () => {
    const hash = await instantaneas.lastHash();
    if (hash === undefined || hash === live.current().hash || hash === refused) return false;
    const last = await instantaneas.last();
    const parsed = last && parseContent(last.archivos);
    if (!parsed?.ok) {
      refused = hash;
      logger.error('content.not-understood', { hash });
      return false;
    }
    live.replace(parsed.value);
    logger.info('content.replaced', { hash: parsed.value.hash });
    return true;
  };
}
