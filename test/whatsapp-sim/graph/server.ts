import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopback } from '../options';
import type { GraphRequest, Reply } from './reply';

const MOST_BYTES = 110 * 1_048_576;

/** Answers what it knows; nothing leaves it to whoever comes next. */
export type Answer = (request: GraphRequest) => Reply | undefined | Promise<Reply | undefined>;

/** Takes over the connection, as a stream of events does; false leaves the request to the answers. */
export type Takeover = (request: IncomingMessage, response: ServerResponse) => boolean;

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function write(response: ServerResponse, { status, type, body, headers, wire }: Reply): void {
  if (wire === 'HANG') return;
  if (wire === 'RESET') {
    response.socket?.resetAndDestroy();
    return;
  }
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length, ...headers });
  if (wire !== 'TRUNCATE') {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

function respond(response: ServerResponse, reply: Reply): void {
  if (typeof reply.wire !== 'object') return write(response, reply);
  const timer = setTimeout(() => write(response, { ...reply, wire: undefined }), reply.wire.slowMs);
  response.on('close', () => clearTimeout(timer));
}

const hostOf = (request: IncomingMessage) => {
  try {
    return new URL(`http://${request.headers.host ?? ''}`).hostname;
  } catch {
    return '';
  }
};

async function serve(request: IncomingMessage, response: ServerResponse, answers: readonly Answer[]) {
  const body = await readBody(request);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const read: GraphRequest = {
    method: request.method ?? 'GET',
    path: url.pathname.split('/').filter((part) => part !== ''),
    query: url.searchParams,
    headers: request.headers,
    body: body ?? Buffer.alloc(0),
  };
  for (const answer of answers) {
    const reply = await answer(read);
    if (reply) return respond(response, reply);
  }
  respond(response, { status: 404, type: 'text/plain', body: Buffer.from('Not Found') });
}

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on this machine only, and answers only who calls it by a name of this machine. */
export async function listen(
  port: number,
  answers: readonly Answer[],
  takeovers: readonly Takeover[],
): Promise<Listening> {
  const server = createServer((request, response) => {
    if (!isLoopback(hostOf(request))) {
      respond(response, { status: 403, type: 'text/plain', body: Buffer.from('Only this machine') });
      return;
    }
    if (takeovers.some((takeover) => takeover(request, response))) return;
    serve(request, response, answers).catch((bug: unknown) => {
      const told = Buffer.from(`The simulator failed: ${String(bug)}`);
      respond(response, { status: 500, type: 'text/plain', body: told });
    });
  });
  await new Promise<void>((listening, failed) =>
    server.once('error', failed).listen(port, '127.0.0.1', listening),
  );
  const { port: given } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${given}`, close: () => close(server) };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed) => server.close(() => closed()));
}
