import { channelContract } from '../../../contracts/channel-contract';
import { FORMATO_BYTES } from '../../../fakes/a-file';
import { whatsappCloudTown } from '../../../fakes/whatsapp-cloud-town';

channelContract('whatsapp-cloud, by the simulator', async (town) => {
  const cloud = await whatsappCloudTown(town, { openArchivo: async () => FORMATO_BYTES });
  const ana = cloud.sim.citizen({ profileName: 'Ana' });
  let acknowledged = 0;
  return {
    async send(texto) {
      await ana.text(texto);
      await town.engine.idle();
      const before = acknowledged;
      acknowledged = ana.person.sent.filter(({ state }) => state !== 'ENVIADO').length;
      return acknowledged > before;
    },
    shown: async () => ana.person.received.map(({ text }) => text),
    opens: async () => ana.person.received.flatMap(({ file }) => file?.name ?? []),
    close: () => cloud.close(),
  };
});
