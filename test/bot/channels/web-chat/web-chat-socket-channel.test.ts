import { channelContract } from '../../../contracts/channel-contract';
import { webChatServer } from '../../../fakes/web-chat-server';

channelContract('web-chat by socket', async (town) => {
  const server = await webChatServer(town);
  const { say, next } = await server.open();
  const shown = new Map<number, { readonly texto: string; readonly enlaces: readonly { url: string }[] }>();
  const replies = async () => {
    const other = await server.open();
    const { respuestas = [] } = await other.next('respuestas');
    for (const reply of respuestas) shown.set(reply.seq, reply);
    other.socket.terminate();
    return [...shown.values()];
  };
  let sent = 0;
  let last = {};
  const deliver = async (message: object) => {
    say(message);
    return (await next('acuse', 'rechazo')).tipo === 'acuse';
  };
  return {
    send(texto) {
      last = { id: `mensaje-${++sent}`, texto };
      return deliver(last);
    },
    resend: () => deliver(last),
    shown: async () => (await replies()).map(({ texto }) => texto),
    opens: async () => (await replies()).flatMap(({ enlaces }) => enlaces.map(({ url }) => url)),
    close: async () => server.close(),
  };
});
