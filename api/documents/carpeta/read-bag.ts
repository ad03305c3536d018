import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from '../../base/anexos/durable-files';
import { BAG_INFO, bagElement, MANIFEST, parseManifest, TAG_MANIFEST } from './bag';

/**
 * The huella of a bag that is whole: every file that its manifests name is there with its hash, and no other is under
 * `data/`. Undefined for anything else.
 */
export async function huellaOfWholeBag(dir: string): Promise<string | undefined> {
  for (const name of [TAG_MANIFEST, MANIFEST]) {
    const listed = parseManifest((await textIn(dir, name)) ?? '');
    if (!listed || listed.size === 0 || !(await allMatch(dir, listed))) return undefined;
    if (name === MANIFEST && (await payloadCount(dir)) !== listed.size) return undefined;
  }
  return bagElement((await textIn(dir, BAG_INFO)) ?? '', 'Internal-Sender-Identifier');
}

const textIn = (dir: string, name: string): Promise<string | undefined> =>
  ifThere(readFile(join(dir, name), 'utf8'));

async function allMatch(dir: string, listed: ReadonlyMap<string, string>): Promise<boolean> {
  for (const [path, sha256] of listed) {
    if (path.split('/').includes('..') || (await hashOf(join(dir, path))) !== sha256) return false;
  }
  return true;
}

const hashOf = (path: string): Promise<string | undefined> =>
  ifThere(
    (async () => {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
      return hash.digest('hex');
    })(),
  );

async function payloadCount(dir: string): Promise<number> {
  const found = await readdir(join(dir, 'data'), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).length;
}
