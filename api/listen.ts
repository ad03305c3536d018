import { once } from 'node:events';
import type { Server } from 'node:http';

/** Why an address could not be taken. Each has its words in `content/textos/servidor.yaml`. */
export const REASONS = ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'] as const;
export type Refusal = (typeof REASONS)[number];

/** Takes the address, or gives the reason why it cannot be taken: another try would not change it. */
export async function listen(server: Server, port: number, host: string): Promise<Refusal | undefined> {
  try {
    await once(server.listen(port, host), 'listening');
    return undefined;
  } catch (cause) {
    const refusal = REASONS.find((one) => one === (cause as NodeJS.ErrnoException).code);
    if (!refusal) throw cause;
    return refusal;
  }
}
