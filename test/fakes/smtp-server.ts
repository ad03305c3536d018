import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** How the other side behaves: takes all, refuses the address for good, is busy, or hangs up at a point. */
export type Conducta =
  'ACCEPTS' | 'REFUSES_ADDRESS' | 'IS_BUSY' | 'HANGS_UP_AT_GREETING' | 'HANGS_UP_AFTER_MESSAGE';

export interface SmtpServer {
  readonly url: string;
  /** The raw messages whose end was received. */
  readonly received: readonly string[];
  /** The commands received, in capitals. */
  readonly commands: readonly string[];
  close(): Promise<void>;
}

/** The least of SMTP (RFC 5321) that a client needs, on a loopback port. */
export async function startSmtpServer(conducta: Conducta, host = '127.0.0.1'): Promise<SmtpServer> {
  const received: string[] = [];
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    converse(socket, conducta, { received, commands });
  });
  await new Promise<void>((listening) => server.listen(0, host, listening));
  const { port } = server.address() as AddressInfo;
  const url = `smtp://${host}:${port}`;
  return { url, received, commands, close: () => close(server, sockets) };
}

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  return new Promise((closed) => server.close(() => closed()));
}

function converse(
  socket: Socket,
  conducta: Conducta,
  { received, commands }: { received: string[]; commands: string[] },
): void {
  const say = (line: string) => socket.write(`${line}\r\n`);
  if (conducta === 'HANGS_UP_AT_GREETING') {
    socket.destroy();
    return;
  }
  let pending = '';
  let inMessage = false;
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    pending += chunk;
    for (;;) {
      const end = inMessage ? '\r\n.\r\n' : '\r\n';
      const at = pending.indexOf(end);
      if (at === -1) return;
      const unit = pending.slice(0, at);
      pending = pending.slice(at + end.length);
      if (inMessage) {
        inMessage = false;
        received.push(unit);
        if (conducta === 'HANGS_UP_AFTER_MESSAGE') socket.destroy();
        else say('250 2.0.0 taken');
      } else {
        commands.push(unit.toUpperCase());
        const reply = replyTo(unit.toUpperCase(), conducta);
        inMessage = reply.startsWith('354');
        say(reply);
      }
    }
  });
  say('220 loopback');
}

function replyTo(command: string, conducta: Conducta): string {
  if (command.startsWith('MAIL') && conducta === 'IS_BUSY') return '451 4.3.2 try later';
  if (command.startsWith('RCPT') && conducta === 'REFUSES_ADDRESS') return '550 5.1.1 no such mailbox';
  if (command === 'STARTTLS') return '502 5.5.1 not here';
  if (command.startsWith('EHLO')) return '250 AUTH PLAIN';
  if (command.startsWith('AUTH')) return '235 welcome';
  if (command === 'DATA') return '354 go on';
  return '250 OK';
}
