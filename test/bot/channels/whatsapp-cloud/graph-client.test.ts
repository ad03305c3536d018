import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGraph } from '../../../../bot/channels/whatsapp-cloud/graph-client';
import { settingsOf } from '../../../fakes/whatsapp-cloud-town';

describe('what Graph keeps elsewhere', () => {
  it('leaves no connection in use when it is not given, and follows no redirect with the token', async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, res) => {
      asked.push(url);
      res.writeHead(url === '/movido' ? 302 : 404, { location: '/otro' }).end('x'.repeat(2_000_000));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const graph = createGraph(settingsOf(base));
      const paths = Array.from({ length: 12 }, (_, n) => (n % 2 ? '/movido' : '/no'));
      for (const path of paths) expect(await graph.fetchUrl(`${base}${path}`)).toBeUndefined();
      const connections = await new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
      expect(asked).toEqual(paths);
      // One may still be closing its answer when the next is asked.
      expect(connections).toBeLessThanOrEqual(3);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
