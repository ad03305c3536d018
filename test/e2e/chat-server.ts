import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createBotkitPlayer } from '../../bot/engine/botkit-player';
import { chatTown } from '../fakes/chat-town';
import { pagesApp } from '../fakes/pages-app';
import { webChatApp } from '../fakes/web-chat-app';
import type { BuiltScripts } from './built-scripts';

/** Something that is held until it is let go. */
export interface Gate {
  hold(): void;
  letGo(): void;
}

function createGate() {
  let held: Promise<void> | undefined;
  let open = (): void => {};
  return {
    passed: () => held ?? Promise.resolve(),
    hold: () => void (held = new Promise((resolve) => (open = resolve))),
    letGo() {
      held = undefined;
      open();
    },
  };
}

/** The public pages and the real web chat, by socket and without, over a conversation in memory. */
export async function startChatServer(
  scripts: BuiltScripts['files'],
  { sockets = true, sitios = [] as readonly string[], publicUrl = 'http://localhost:3000' } = {},
) {
  const [storing, playing] = [createGate(), createGate()];
  const player = createBotkitPlayer();
  const town = chatTown({
    player: async (before, turn) => {
      await playing.passed();
      return player(before, turn);
    },
  });
  const accept = town.inbox.accept.bind(town.inbox);
  town.inbox.accept = async (message) => {
    await storing.passed();
    return accept(message);
  };
  const web = webChatApp(town, publicUrl);
  const { app } = pagesApp({ scripts, routers: [web.routes], sitiosPermitidos: sitios });
  const open = new Set<Socket>();
  let server: Server;
  const listen = async (port: number): Promise<number> => {
    server = createServer(app);
    server.on('connection', (socket: Socket) => {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
    });
    // A proxy that does not know them destroys the connection.
    server.on('upgrade', sockets ? web.socket.upgrade : (_req, socket) => socket.destroy());
    server.listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  return {
    ...web,
    town,
    port,
    url: `http://127.0.0.1:${port}`,
    /** Messages are not stored, or turns not played, while it is held. */
    storing: storing as Gate,
    playing: playing as Gate,
    /** Cuts every connection and answers nobody until `start`. */
    stop,
    start: async () => void (await listen(port)),
  };
}

export type ChatServer = Awaited<ReturnType<typeof startChatServer>>;
