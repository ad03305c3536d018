import { channelContract } from '../../../contracts/channel-contract';
import { personMessage } from '../../../fakes/fake-wweb-client';
import { whatsappWebTown } from '../../../fakes/whatsapp-web-town';

// The whole channel but the library, whose place a script takes. With the real one: test/e2e/whatsapp-web.test.ts.
channelContract('whatsapp-web', async (town) => {
  const web = whatsappWebTown({}, town);
  const client = await web.ready();
  const stop = web.run();
  let sent = 0;
  let last = personMessage('M0', '');
  const stored = async (message: typeof last): Promise<boolean> => {
    const refused = (): number => town.log.filter((line) => line.includes('whatsapp-web.not-stored')).length;
    const [seen, before] = [client.seen.length, refused()];
    client.receive(message);
    await web.until('stored or refused', () => client.seen.length > seen || refused() > before);
    const good = client.seen.length > seen;
    await web.engine.idle();
    return good;
  };
  return {
    send(texto) {
      last = personMessage(`M${(sent += 1)}`, texto);
      return stored(last);
    },
    async resend() {
      client.receive(last);
      await web.settle();
      await web.engine.idle();
      return true;
    },
    shown: async () => client.sent.map(({ texto }) => texto),
    opens: async () =>
      client.sent.flatMap(({ texto, archivo }) => [
        ...(archivo === undefined ? [] : [archivo]),
        ...(texto.match(/https:\S+/g) ?? []),
      ]),
    async close() {
      stop();
      await web.close();
    },
  };
});
