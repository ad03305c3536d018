import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { type Server, type Socket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { type Answer, serveConnection } from './connection';

/** A socket's path has 108 bytes with its final zero; Node cuts longer ones in silence. */
const LONGEST_PATH = 107;

export interface Listener {
  readonly path: string;
  close(): Promise<void>;
}

/** Inside the data folder, or, when that path is too long, in a folder of its own that only this user can enter. */
function placeFor(folder: string): string {
  const name = `${randomBytes(6).toString('hex')}.sock`;
  const path = join(folder, name);
  return Buffer.byteLength(path) <= LONGEST_PATH ? path : join(mkdtempSync(join(tmpdir(), 'socket-')), name);
}

/** Removes a socket, this process's or that of an owner that died, and the folder that was made for it alone. */
export function removeSocket(path: string): void {
  rmSync(path, { force: true });
  const folder = dirname(path);
  if (dirname(folder) !== tmpdir() || !existsSync(folder)) return;
  // Only when it is empty: never more than what was made here.
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

function stop(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of open) socket.destroy();
  });
}

/** Listens on a unix socket in a folder that only this user can enter; `gone` is told of each client that left. */
export async function listen(
  folder: string,
  answer: Answer,
  gone: (client: object) => void = () => {},
): Promise<Listener> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = placeFor(folder);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => {
      open.delete(socket);
      gone(socket);
    });
    serveConnection(socket, answer);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    path,
    async close() {
      await stop(server, open);
      removeSocket(path);
    },
  };
}
