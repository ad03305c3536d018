import { afterAll, beforeAll, jest } from '@jest/globals';
import { channelContract } from '../contracts/channel-contract';
import { buildProgram, removeProgram } from '../fakes/build-program';
import { lateWhatsappWeb } from '../fakes/late-whatsapp-web';
import { type LabMessage, whatsappWebLab } from '../fakes/whatsapp-web-lab';
import { until } from './product';

jest.setTimeout(240_000);

const LID = '111222333@lid';
let program: string;
beforeAll(async () => {
  program = await buildProgram('test/bot/channels/whatsapp-web/lab-child.ts');
});
afterAll(() => removeProgram(program));

// The real library in a real browser, on a page of ours: it proves our handling, NOT that WhatsApp works with it.
channelContract('whatsapp-web.js on a page of ours', async (town) => {
  const { late, channels } = lateWhatsappWeb();
  const engine = town.restart({ channels });
  const lab = whatsappWebLab(program, town);
  late.channel = lab.channel;
  await lab.channel.start(engine);
  const ready = () => (lab.channel.session().fase === 'READY' ? true : undefined);
  await until('a code', () => (lab.channel.session().fase === 'QR' ? true : undefined));
  await lab.page('lab.scan()');
  await until('ready', ready);

  const refusals = (): number => town.log.filter((line) => line.includes('whatsapp-web.not-stored')).length;
  const sent = () => lab.page<LabMessage[]>('lab.sent');
  const receive = (id: string, body: string) =>
    lab.page(`lab.receive(${JSON.stringify({ id, body, from: LID })})`);
  let count = 0;
  let last = '';
  return {
    async send(texto) {
      last = texto;
      const [stored, refused] = [town.inbox.size(), refusals()];
      await receive(`C${(count += 1)}`, texto);
      await until('stored or refused', () =>
        town.inbox.size() > stored || refusals() > refused ? true : undefined,
      );
      await engine.idle();
      return refusals() === refused;
    },
    async resend() {
      await receive(`C${count}`, last);
      await engine.idle();
      return true;
    },
    shown: async () => (await sent()).map(({ body }) => body),
    opens: async () =>
      (await sent()).flatMap(({ body, filename }) => [
        ...(filename === undefined ? [] : [filename]),
        ...(body.match(/https:\S+/g) ?? []),
      ]),
    close: () => lab.close(),
  };
});
