import { createSim, type Sim } from './create-sim';
import type { Answer, Takeover } from './graph/server';
import { DEFAULTS, type SimOptions } from './options';
import { startStubBot, type StubBot, type StubBotOptions } from './stub-bot';

export interface SimAndBot {
  readonly sim: Sim;
  readonly bot: StubBot;
  close(): Promise<void>;
}

const echo: StubBotOptions['reply'] = (message) => {
  const text = (message.text as { body: string } | undefined)?.body ?? message.type;
  return [{ text: { body: `Recibido: ${text}` }, biz_opaque_callback_data: `envio-${message.id}` }];
};

/** A simulator and a bot that answers it, on two free ports of this machine. `besides`: what else it serves. */
export async function simAndBot(
  options: Partial<SimOptions> = {},
  bot: Partial<StubBotOptions> = {},
  besides: (sim: Sim) => { answers?: readonly Answer[]; takeovers?: readonly Takeover[] } = () => ({}),
): Promise<SimAndBot> {
  const { appSecret: secret, token, phoneNumberId } = { ...DEFAULTS, ...options };
  const stub = await startStubBot({ secret, token, phoneNumberId, reply: echo, ...bot });
  const sim = createSim({ callbackUrl: stub.callbackUrl, settled: () => stub.settled(), ...options });
  const { answers, takeovers } = besides(sim);
  await sim.start(answers, takeovers);
  stub.graphUrl = sim.url;
  const close = async () => {
    await sim.stop();
    await stub.close();
  };
  return { sim, bot: stub, close };
}
