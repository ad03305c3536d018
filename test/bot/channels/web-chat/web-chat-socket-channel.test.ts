import { channelContract } from '../../../contracts/channel-contract';
import { webChatServer } from '../../../fakes/web-chat-server';

channelContract('web-chat by socket', async (town) => {
  const server = await webChatServer(town);
  const { say, next } = await server.open();
  const shown = new Map<number, string>();
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
    async shown() {
      const other = await server.open();
      const { respuestas = [] } = await other.next('respuestas');
      for (const { seq, texto } of respuestas) shown.set(seq, texto);
      other.socket.terminate();
      return [...shown.values()];
    },
    close: async () => server.close(),
  };
});
