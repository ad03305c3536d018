import type { AddressInfo } from 'node:net';
import { fakeChatRoutes, type FakeChatRoutes } from '../fakes/fake-chat-routes';
import { createRecibos } from '../../api/base/anexos/recibos';
import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSealing } from '../../api/base/sealing/sealing';
import { anInterrupcion } from '../contracts/interrupciones-contract';
import { fakeDatosPorEnlace } from '../fakes/fake-datos-por-enlace';
import { disponibilidadApp } from '../fakes/disponibilidad-app';
import { fakeReceiveFile } from '../fakes/fake-receive-file';
import { pagesApp, type PagesApp } from '../fakes/pages-app';
import type { BuiltScripts } from './built-scripts';

export interface PagesServer extends PagesApp {
  readonly url: string;
  readonly chat: FakeChatRoutes;
  close(): Promise<void>;
}

/** The public pages with their real scripts on a free port, over a Ventanilla, a chat and a record of interruptions in memory. */
export async function startPagesServer(scripts: BuiltScripts['files']): Promise<PagesServer> {
  const chat = fakeChatRoutes({ echo: true });
  const record = disponibilidadApp();
  await record.interrupciones.record(anInterrupcion(0, 75));
  const recibos = createRecibos(createSealing(parseKeys(newKeyFile('AUTOGENERADA'))));
  const archivos = { receive: fakeReceiveFile().receive, recibos };
  const pages = pagesApp({
    scripts,
    routers: [chat.router],
    more: [record.routes],
    archivos,
    datosPorEnlace: fakeDatosPorEnlace(),
  });
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
