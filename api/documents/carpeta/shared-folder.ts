import { createHash } from 'node:crypto';
import { chmod, mkdir, open } from 'node:fs/promises';
import { codeOf } from '../../base/anexos/durable-files';

/** Read by the group that the entity's system belongs to, and by nobody else; what is inside belongs to that group. */
const FOLDER_MODE = 0o2750;
const FILE_MODE = 0o640;

/** Some network file systems have no sync of a folder: there, what its server promises is all there is. */
const NO_FOLDER_SYNC: readonly unknown[] = ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EISDIR'];

/** Makes the names in a folder durable. */
export async function syncSharedFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!NO_FOLDER_SYNC.includes(codeOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

/** Some file systems give everybody the permissions they were mounted with. */
const NO_PERMISSIONS: readonly unknown[] = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EINVAL'];

/** Sets permissions whatever mask this process has, where they exist. */
async function permit(change: Promise<void>): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (!NO_PERMISSIONS.includes(codeOf(error))) throw error;
  }
}

/** Makes a new folder; fails when it is there. */
export async function makeSharedFolder(path: string, mode = FOLDER_MODE): Promise<void> {
  await mkdir(path);
  await permit(chmod(path, mode));
}

/** Writes a new file through to the disk; gives its hash and length. */
export async function writeSharedFile(
  path: string,
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'wx', FILE_MODE);
  try {
    await permit(handle.chmod(FILE_MODE));
    for await (const chunk of chunksOf(content)) {
      hash.update(chunk);
      bytes += chunk.length;
      await handle.appendFile(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), bytes };
}

async function* chunksOf(content: string | Uint8Array | AsyncIterable<Uint8Array>) {
  if (typeof content === 'string') yield Buffer.from(content, 'utf8');
  else if (content instanceof Uint8Array) yield content;
  else yield* content;
}
