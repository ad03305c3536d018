import { fork } from 'node:child_process';
import type { ToChild } from '../wire/to-child';

/** One run of the child program. */
export interface Child {
  readonly pid: number | undefined;
  readonly send: (order: ToChild) => void;
  readonly onMessage: (listener: (told: unknown) => void) => void;
  /** Once, when it has ended. */
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
}

export type StartChild = () => Child;

/**
 * Starts the child program. Its environment is made here and has nothing of ours: no keys, no address of the store, no
 * data folder.
 */
export const forkChild =
  (programFile: string, home: string): StartChild =>
  () => {
    const child = fork(programFile, [], {
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home, LANG: 'es_CO.UTF-8' },
      cwd: home,
      execArgv: [],
      // The library writes to the console; nobody reads it, and it may quote messages.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'json',
    });
    // A child that cannot be started has no exit.
    child.on('error', () => child.kill('SIGKILL'));
    return {
      pid: child.pid,
      send: (order) => void (child.connected && child.send(order, () => undefined)),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.once('close', listener),
      kill: () => void child.kill('SIGKILL'),
    };
  };
