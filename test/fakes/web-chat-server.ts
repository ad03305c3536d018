import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { chatTown } from './chat-town';
import { openSocket } from './chat-socket-client';
import { openBrowser, webChatApp } from './web-chat-app';

/** The web chat on a free port of loopback, as the program mounts it, and one browser with its session. */
export async function webChatServer(town: ReturnType<typeof chatTown>) {
  const web = webChatApp(town);
  const cookie = await openBrowser(web.app);
  const server = createServer(web.app).on('upgrade', web.socket.upgrade).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  const address = `127.0.0.1:${port}`;
  return {
    ...web,
    town,
    cookie,
    address,
    url: `http://${address}`,
    open: (path = '/chat/ws', headers: Record<string, string> = {}) =>
      openSocket(`ws://${address}${path}`, { Cookie: cookie, ...headers }),
    close() {
      web.socket.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
