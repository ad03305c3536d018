import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a browser whose driver died has to write what it keeps and end by itself, in milliseconds. */
const GRACE_MS = 5_000;
const LOOK_MS = 100;

/**
 * Waits for the end of a browser that lost whoever drove it, and ends it if it does not. Only if it is that browser: the
 * number of a process is given again to others, so its command must name the folder of the session.
 */
export async function endBrowser(pid: number, sesion: string): Promise<void> {
  for (let waited = 0; waited < GRACE_MS; waited += LOOK_MS) {
    if (!(await isThat(pid, sesion))) return;
    await wait(LOOK_MS);
  }
  if (!(await isThat(pid, sesion))) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}

// A process that ended and was not yet collected has no command.
const isThat = async (pid: number, sesion: string): Promise<boolean> =>
  (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).includes(sesion);
