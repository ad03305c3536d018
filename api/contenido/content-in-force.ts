import type { Clock } from '../base/kernel/clock';
import type { Logger } from '../base/kernel/logger';
import { type ContentFiles, hashFiles } from '../../content/content-files';
import type { Checked } from '../../content/content-fault';
import { type Content, parseContent } from '../../content/load-content';
import type { Instantaneas } from './instantaneas';

interface Deps {
  readonly instantaneas: Instantaneas;
  readonly logger: Logger;
}

/**
 * The content that a program starts with. What stands on disk and was never in force takes force; what was in force
 * once and was replaced does not come back by itself; and when what stands on disk cannot be loaded, the last good one
 * stays. Undefined when there is no good one at all.
 */
export async function contentAtStart(
  { instantaneas, logger }: Deps,
  disk: Checked<Content>,
): Promise<Content | undefined> {
  const superseded = disk.ok && (await instantaneas.knows(disk.value.hash));
  if (disk.ok && (!superseded || (await instantaneas.lastHash()) === disk.value.hash)) return disk.value;
  const last = await instantaneas.last();
  const kept = last && parseContent(last.archivos);
  if (!kept?.ok) return disk.ok ? disk.value : undefined;
  logger.warn(disk.ok ? 'content.on-disk-was-replaced' : 'content.on-disk-is-bad', {
    enVigor: kept.value.hash,
  });
  return kept.value;
}

/** Puts a good content in force, once: the one that already is in force is left as it is. */
export async function putInForce(
  { instantaneas, clock }: { readonly instantaneas: Instantaneas; readonly clock: Clock },
  files: ContentFiles,
  quien: string,
): Promise<{ readonly hash: string; readonly nuevo: boolean }> {
  const hash = hashFiles(files);
  if ((await instantaneas.lastHash()) === hash) return { hash, nuevo: false };
  await instantaneas.add({ hash, enVigorEn: clock.now(), quien, archivos: files });
  return { hash, nuevo: true };
}
