import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readCliOptions, usage } from './cli-options';
import { createSim, type Sim } from './create-sim';
import type { SimOptions } from './options';
import { createControl } from './load/control';
import { createPhone } from './phone/phone';

/** `npm run sim`: the simulator on its own, with the page where anyone writes as a citizen. */
const BUNDLED = join(__dirname, '..', 'test/whatsapp-sim/phone');
const PAGES = existsSync(BUNDLED) ? BUNDLED : join(__dirname, 'phone');

const greeting = ({ url, options }: Sim) => `
Simulador de la API de WhatsApp. Nada de esto llega a WhatsApp.

  Escriba como ciudadano en   ${url}/telefono
  Los webhooks van a          ${options.callbackUrl}
${process.env['SIM_BESIDE'] ? '' : howToStart(url, options)}
Ctrl+C lo apaga.
`;

/** For whoever starts only the simulator. */
const howToStart = (url: string, options: SimOptions): string => `
Para que el programa de la alcaldía le hable, arránquelo con:

  GRAPH_BASE_URL=${url} GRAPH_VERSION=${options.apiVersions.at(-1)} \\
  WHATSAPP_TOKEN=${options.token} WHATSAPP_APP_SECRET=${options.appSecret} \\
  WHATSAPP_VERIFY_TOKEN=${options.verifyToken} \\
  WHATSAPP_PHONE_NUMBER_ID=${options.phoneNumberId} WHATSAPP_WABA_ID=${options.wabaId} \\
  npm start
`;

async function main(): Promise<void> {
  const { help, ...options } = readCliOptions(
    process.argv.slice(2).filter((arg) => arg !== 'sim'),
    process.env,
  );
  if (help) {
    process.stdout.write(`npm run sim -- [opciones]\n${usage()}`);
    return;
  }
  const sim = createSim(options);
  const phone = createPhone(sim, PAGES);
  await sim.start([phone.answer, createControl(sim)], [phone.takeover]);
  phone.add('Persona 1');
  phone.add('Persona 2');
  process.stdout.write(greeting(sim));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void sim.stop().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
