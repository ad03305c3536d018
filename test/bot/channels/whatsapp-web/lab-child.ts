import { findBrowser } from '../../../../bot/channels/whatsapp-web/child/find-browser';
import { openLibraryClient } from '../../../../bot/channels/whatsapp-web/child/library-client';
import { runProgram } from '../../../../bot/channels/whatsapp-web/child/run-program';

// The child program as it is, and one thing more: what a test tells the page to do.
runProgram(process, async (ajustes) => {
  const client = openLibraryClient(ajustes, await findBrowser(ajustes.navegador));
  process.on('message', (order: { pagina?: string; n?: number }) => {
    if (order.pagina === undefined) return;
    void client.pupPage
      ?.evaluate(order.pagina)
      .then((valor) => process.send?.({ n: order.n, valor }))
      .catch((cause: unknown) => process.send?.({ n: order.n, falla: String(cause) }));
  });
  return client;
});
