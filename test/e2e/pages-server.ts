import type { AddressInfo } from 'node:net';
import { fakeChatRoutes, type FakeChatRoutes } from '../fakes/fake-chat-routes';
import { pagesApp, type PagesApp } from '../fakes/pages-app';
import type { BuiltScripts } from './built-scripts';

export interface PagesServer extends PagesApp {
  readonly url: string;
  readonly chat: FakeChatRoutes;
  close(): Promise<void>;
}

/** The public pages with their real scripts on a free port, over a Ventanilla and a chat in memory. */
export async function startPagesServer(scripts: BuiltScripts['files']): Promise<PagesServer> {
  const chat = fakeChatRoutes({ echo: true });
  const pages = pagesApp({ scripts, routers: [chat.router] });
  const server = pages.app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...pages,
    chat,
    url: `http://127.0.0.1:${port}`,
    async close() {
      chat.cutStreams();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
