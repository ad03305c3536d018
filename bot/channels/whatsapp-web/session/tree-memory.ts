import { readFile } from 'node:fs/promises';

/**
 * Memory of a process and all it started, in bytes: its own part of what they share, which counted whole would make a
 * browser look twice as large. Undefined where the system does not tell (it is not Linux) or the process is gone.
 */
export async function treeMemory(pid: number): Promise<number | undefined> {
  const all = await familyOf(pid);
  const sizes = await Promise.all(all.map(memoryOf));
  const known = sizes.filter((size) => size !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, size) => sum + size, 0);
}

async function familyOf(pid: number): Promise<readonly number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const children = text.split(' ').filter(Boolean).map(Number);
  const deeper = await Promise.all(children.map(familyOf));
  return [pid, ...deeper.flat()];
}

async function memoryOf(pid: number): Promise<number | undefined> {
  // What is sandboxed does not show its parts: then its whole size.
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  const status = rollup.includes('Pss:')
    ? rollup
    : await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /^(?:Pss|VmRSS):\s+(\d+) kB/m.exec(status);
  return found ? Number(found[1]) * 1024 : undefined;
}
