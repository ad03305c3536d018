import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';

/**
 * Makes this process the only owner of a session, by listening at a door inside its folder: two browsers on one profile
 * ruin it. Gives how to leave it; undefined when another process that lives owns it. A door of one that died is taken.
 */
export async function ownFolder(door: string): Promise<(() => Promise<void>) | undefined> {
  if (await isOwned(door)) return undefined;
  await rm(door, { force: true });
  const server = createServer((socket) => socket.destroy()).listen(door);
  try {
    await once(server, 'listening');
  } catch (cause) {
    // Two at the same moment: one listens.
    if ((cause as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw cause;
  }
  server.unref();
  return async () => {
    server.close();
    await rm(door, { force: true });
  };
}

/** Whether a process that lives owns it. */
export function isOwned(door: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(door);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
