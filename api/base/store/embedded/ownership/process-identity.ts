import { readFileSync } from 'node:fs';

/** What tells a running process from another that got its number later. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the kernel's ticks since boot; empty where /proc does not exist. */
  readonly start: string;
  /** Which start of the machine; empty where /proc does not exist. */
  readonly boot: string;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** State and start of a process as the kernel tells them; its name may hold spaces and parentheses. */
function statOf(pid: number): { state: string; start: string } | undefined {
  const text = read(`/proc/${pid}/stat`);
  if (!text) return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  // The name is field 2, the state field 3, the start field 22.
  return { state: fields[0] ?? '', start: fields[19] ?? '' };
}

const bootId = (): string => read('/proc/sys/kernel/random/boot_id').trim();

/** This process. */
export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  start: statOf(process.pid)?.start ?? '',
  boot: bootId(),
});

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** True while that very process runs: a zombie, another process with its number or another start of the machine is not it. */
export function isRunning({ pid, start, boot }: ProcessIdentity): boolean {
  if (boot !== bootId()) return false;
  if (start === '') return answersSignal(pid);
  const stat = statOf(pid);
  return stat !== undefined && stat.start === start && !['Z', 'X'].includes(stat.state);
}
