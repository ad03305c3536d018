import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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

interface Place {
  readonly path: string;
  /** A folder of its own that goes with the socket. */
  readonly folder?: string;
}

/** Inside the data folder, or, when that path is too long, in a folder of its own that only this user can enter. */
function placeFor(folder: string): Place {
  const name = `${randomBytes(6).toString('hex')}.sock`;
  const path = join(folder, name);
  if (Buffer.byteLength(path) <= LONGEST_PATH) return { path };
  const short = mkdtempSync(join(tmpdir(), 'store-'));
  return { path: join(short, name), folder: short };
}

/** Removes the socket of an owner that died. */
export function removeSocket(path: string): void {
  rmSync(path, { force: true });
  const folder = dirname(path);
  if (folder.startsWith(join(tmpdir(), 'store-'))) rmSync(folder, { recursive: true, force: true });
}

function stop(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of open) socket.destroy();
  });
}

/** Listens on a unix socket in a folder that only this user can enter. */
export async function listen(folder: string, answer: Answer): Promise<Listener> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { path } = placeFor(folder);
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
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
