import { Agent, request } from 'node:http';

/** How the bot answered: its status, or why there was none. */
export type Ack = { readonly status: number } | { readonly failure: 'TIMEOUT' | 'NO_ANSWER' };

/** Posts webhooks with kept connections. Redirects are not followed. */
export interface Poster {
  post(url: string, body: Buffer, headers: Record<string, string>, timeoutMs: number): Promise<Ack>;
  close(): void;
}

export function createPoster(connections: number): Poster {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    post: (url, body, headers, timeoutMs) =>
      new Promise((done) => {
        const timer = setTimeout(() => {
          done({ failure: 'TIMEOUT' });
          sent.destroy();
        }, timeoutMs);
        const end = (ack: Ack) => {
          clearTimeout(timer);
          done(ack);
        };
        const sent = request(url, {
          method: 'POST',
          agent,
          headers: { ...headers, 'Content-Length': String(body.length) },
        });
        sent.on('response', (response) => {
          response.resume();
          response.on('error', () => end({ failure: 'NO_ANSWER' }));
          response.on('end', () => end({ status: response.statusCode ?? 0 }));
        });
        sent.on('error', () => end({ failure: 'NO_ANSWER' }));
        sent.end(body);
      }),
    close: () => agent.destroy(),
  };
}
