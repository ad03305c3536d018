import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from './webhook/signature';

export interface WebhookMessage {
  readonly id: string;
  readonly type: string;
  readonly from?: string;
  readonly from_user_id: string;
  readonly [field: string]: unknown;
}

type Fields = Record<string, unknown>;

export interface StubBotOptions {
  readonly secret: string;
  readonly token: string;
  readonly phoneNumberId: string;
  /** What it sends for a message, without `to`. */
  readonly reply: (message: WebhookMessage) => readonly Fields[];
  /** Answers every webhook that comes, also the repeated ones: what a good bot does not do. */
  readonly forgetful?: boolean;
  /** Status of the nth webhook, from 1; 200 by default. */
  readonly ack?: (nth: number) => number;
}

export interface StubBot {
  readonly callbackUrl: string;
  /** Bodies received, in order. */
  readonly bodies: readonly Buffer[];
  readonly headers: readonly IncomingMessage['headers'][];
  /** Where the Graph API is; told after the simulator listens. */
  graphUrl: string;
  /** Of messages alone. */
  readonly messages: readonly WebhookMessage[];
  readonly statuses: readonly Fields[];
  /** Sends anything, and gives what came back; nothing when the connection was cut. */
  send(body: Fields): Promise<{ status: number; body: Fields } | undefined>;
  settled(): Promise<void>;
  close(): Promise<void>;
}

interface Body {
  readonly entry?: readonly { readonly changes: readonly { readonly value: Fields }[] }[];
}

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
};

/** The least that a bot is: checks the signature, acknowledges, answers each message once. */
export async function startStubBot(options: StubBotOptions): Promise<StubBot> {
  const bodies: Buffer[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const messages: WebhookMessage[] = [];
  const statuses: Fields[] = [];
  const seen = new Set<string>();
  let working: Promise<unknown> = Promise.resolve();

  const take = (body: Buffer) => {
    const { entry = [] } = JSON.parse(body.toString('utf8')) as Body;
    for (const { value } of entry.flatMap(({ changes }) => changes)) {
      statuses.push(...((value.statuses as Fields[] | undefined) ?? []));
      const mine = (value.metadata as Fields | undefined)?.phone_number_id === options.phoneNumberId;
      for (const message of mine ? ((value.messages as WebhookMessage[] | undefined) ?? []) : []) {
        if (seen.has(message.id) && !options.forgetful) continue;
        seen.add(message.id);
        messages.push(message);
        working = working.then(async () => {
          for (const reply of options.reply(message))
            await bot.send({ to: message.from, recipient: message.from_user_id, ...reply });
        });
      }
    }
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await readAll(request);
    bodies.push(body);
    headers.push(request.headers);
    const given = request.headers['x-hub-signature-256'];
    if (given !== undefined && given !== signatureOf(body, options.secret)) {
      response.writeHead(401).end();
      return;
    }
    const status = options.ack?.(bodies.length) ?? 200;
    if (status === 200) take(body);
    response.writeHead(status).end();
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const bot: StubBot = {
    callbackUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/whatsapp`,
    bodies,
    headers,
    graphUrl: '',
    messages,
    statuses,
    async send(body) {
      const sent = { messaging_product: 'whatsapp', type: 'text', ...body };
      try {
        const response = await fetch(`${bot.graphUrl}/v26.0/${options.phoneNumberId}/messages`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${options.token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify(sent),
        });
        return { status: response.status, body: (await response.json()) as Fields };
      } catch {
        return undefined;
      }
    },
    settled: async () => {
      let before: Promise<unknown>;
      do {
        before = working;
        await before;
      } while (before !== working);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
  return bot;
}
