import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What RFC 8493 asks of a complete and valid bag, read from its text and from nothing of the product: every fault, or
 * none.
 */
export function bagFaults(dir: string): string[] {
  const faults: string[] = [];
  const read = (name: string) => readFileSync(join(dir, name));
  const hash = (name: string) => createHash('sha256').update(read(name)).digest('hex');
  const manifest = (name: string) =>
    read(name)
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [, sum = '', path = ''] = /^([0-9a-f]{64})\s+(\S.*)$/.exec(line) ?? [];
        const decoded = path
          .replace(/%0[aA]/g, '\n')
          .replace(/%0[dD]/g, '\r')
          .replace(/%25/g, '%');
        return { sum, path: decoded };
      });
  // 2.1.1: exactly these two lines.
  if (
    !/^BagIt-Version: \d+\.\d+\nTag-File-Character-Encoding: UTF-8\n$/.test(
      read('bagit.txt').toString('utf8'),
    )
  )
    faults.push('bagit.txt');
  const payload = filesUnder(dir, 'data');
  const listed = manifest('manifest-sha256.txt');
  // 3: every payload file is in the manifest, once, and every one listed is there.
  if (JSON.stringify(listed.map(({ path }) => path).toSorted()) !== JSON.stringify(payload.toSorted()))
    faults.push('payload and manifest differ');
  for (const { sum, path } of [...listed, ...manifest('tagmanifest-sha256.txt')])
    if (hash(path) !== sum) faults.push(`hash of ${path}`);
  // 2.2.2: octets and streams.
  const oxum = /^Payload-Oxum: (\d+)\.(\d+)$/m.exec(read('bag-info.txt').toString('utf8'));
  const octets = payload.reduce((sum, path) => sum + read(path).length, 0);
  if (Number(oxum?.[1]) !== octets || Number(oxum?.[2]) !== payload.length) faults.push('Payload-Oxum');
  for (const line of read('bag-info.txt').toString('utf8').trimEnd().split('\n'))
    if (!/^[^\s:][^:]*: \S/.test(line)) faults.push(`bag-info: ${line}`);
  return faults;
}

const filesUnder = (dir: string, folder: string): string[] =>
  readdirSync(join(dir, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(dir, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
