import { spawnSync } from 'node:child_process';

/** A disk that is soon full: a file system in memory that only the child sees, or a limit on the size of each file. */
export type SmallDisk = 'tmpfs' | 'ulimit';

/** Size of the disk, in bytes. */
export const DISK_BYTES = 32 * 1024 * 1024;

const MOUNT = `mount -t tmpfs -o size=${DISK_BYTES} none "$0" && exec "$@"`;
// POSIX counts in blocks of 512 bytes.
const LIMIT = `ulimit -f ${DISK_BYTES / 512} && exec "$@"`;

/** The command that mounts the small disk on a folder and becomes what follows it, all seeing it as its own. */
export const mounted = (folder: string): string[] => ['unshare', '-Urm', 'sh', '-c', MOUNT, folder];

/** The command that lets no file grow beyond the small disk's size and becomes what follows it. */
export const limited = (): string[] => ['sh', '-c', LIMIT, 'sh'];

const works = ([command = '', ...args]: readonly string[]): boolean =>
  spawnSync(command, [...args, 'true']).status === 0;

/** The kinds of small disk that this machine can make. At least one, or an error that says what is missing. */
export function smallDisks(folder: string): SmallDisk[] {
  const disks: SmallDisk[] = [];
  if (works(mounted(folder))) disks.push('tmpfs');
  if (works(limited())) disks.push('ulimit');
  if (disks.length === 0)
    throw new Error(
      'no small disk: neither `unshare -Urm` (user namespaces) nor `ulimit -f` in sh works here',
    );
  return disks;
}
