import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { listen, REASONS } from '../../api/listen';
import { realTexts } from '../fakes/real-texts';

const servers: Server[] = [];
const server = (): Server => servers[servers.push(createServer()) - 1] as Server;
afterEach(async () => {
  for (const one of servers.splice(0)) {
    if (one.listening) await once(one.close(), 'close');
  }
});

describe('taking the address of the server', () => {
  it('listens on it', async () => {
    const one = server();
    expect(await listen(one, 0, '127.0.0.1')).toBeUndefined();
    expect(one.listening).toBe(true);
  });

  it('gives the reason when another program has the port, or this computer has not the address', async () => {
    const first = server();
    await listen(first, 0, '127.0.0.1');
    const { port } = first.address() as AddressInfo;
    expect(await listen(server(), port, '127.0.0.1')).toBe('EADDRINUSE');
    expect(await listen(server(), 0, '192.0.2.1')).toBe('EADDRNOTAVAIL');
  });

  it.each(REASONS)('has words for %s, with what the technician may change', (reason) => {
    const said = realTexts('servidor')(`servidor.direccion.${reason}`, { puerto: '80', direccion: '::9' });
    expect(said).toMatch(/puerto 80.*PORT|dirección ::9.*HOST/);
  });
});
