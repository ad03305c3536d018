import { refuse } from '../command-error';
import { isPlace } from '../query/paths';

type Path = readonly string[];

/** True for `$[]` and `$[x]`. */
export const isEveryElement = (part: string): boolean => /^\$\[.*\]$/.test(part);

/** Numbers in numeric order, names in byte order: the order MongoDB applies and creates fields in. */
export function comparePaths(a: Path, b: Path): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x = '', y = ''] = [a[at], b[at]];
    if (x === y) continue;
    if (isPlace(x) && isPlace(y)) return Number(x) - Number(y);
    return Buffer.compare(Buffer.from(x), Buffer.from(y));
  }
  return a.length - b.length;
}

const startsWith = (path: Path, prefix: Path): boolean => prefix.every((part, index) => path[index] === part);

/** The first two neighbours of which one holds the other. */
function meeting(paths: readonly Path[]): { path: Path; next: Path } | undefined {
  const sorted = paths.toSorted(comparePaths);
  for (const [index, path] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && startsWith(next, path)) return { path, next };
  }
  return undefined;
}

/** An array is either updated by `$[…]` or by its places and names, not both. */
function refuseTwoWays(paths: readonly Path[]): void {
  const ways = new Map<string, boolean>();
  for (const path of paths) {
    for (const [at, part] of path.entries()) {
      const above = path.slice(0, at).join('.');
      const way = isEveryElement(part);
      if ((ways.get(above) ?? way) !== way) {
        refuse(
          'ConflictingUpdateOperators',
          `Updating the path '${path.join('.')}' would create a conflict at '${above}'`,
        );
      }
      ways.set(above, way);
    }
  }
}

/** Refuses paths as the client wrote them that meet. */
export function refuseConflicts(paths: readonly Path[]): void {
  const met = meeting(paths);
  if (met) {
    refuse(
      'ConflictingUpdateOperators',
      `Updating the path '${met.next.join('.')}' would create a conflict at '${met.path.join('.')}'`,
    );
  }
  refuseTwoWays(paths);
}

/** Refuses paths that meet once `$` and `$[…]` stand for places. */
export function refuseCreatedConflicts(paths: readonly Path[]): void {
  const met = meeting(paths);
  if (met) refuse('ConflictingUpdateOperators', `Update created a conflict at '${met.path.join('.')}'`);
}
