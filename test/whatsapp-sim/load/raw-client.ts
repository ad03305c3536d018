import { connect, type Socket } from 'node:net';

/** Posts bytes that are already a whole HTTP request, one after another over one kept connection. */
export interface RawClient {
  /** The status of the answer; 0 when there was none. */
  send(request: Buffer): Promise<number>;
  close(): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** The status, once the whole answer is there. Bodies are told by their length or in chunks. */
export function statusWhenWhole(answer: Buffer): number | undefined {
  const end = answer.indexOf(HEAD_END);
  if (end === -1) return undefined;
  const head = answer.subarray(0, end).toString('latin1');
  const length = /content-length:\s*(\d+)/i.exec(head)?.[1];
  const isChunked = /transfer-encoding:\s*chunked/i.test(head);
  const whole =
    length === undefined
      ? !isChunked || answer.subarray(-7).toString('latin1').endsWith('\r\n0\r\n\r\n')
      : answer.length >= end + HEAD_END.length + Number(length);
  return whole ? Number(head.slice(9, 12)) : undefined;
}

export function createRawClient(host: string, port: number, timeoutMs: number): RawClient {
  let socket: Socket | undefined;
  let answer: Buffer = Buffer.alloc(0);
  let done: ((status: number) => void) | undefined;

  const finish = (status: number) => {
    const told = done;
    done = undefined;
    answer = Buffer.alloc(0);
    told?.(status);
  };
  const forget = () => {
    socket?.destroy();
    socket = undefined;
    finish(0);
  };
  function open(): Socket {
    const opened = connect({ host, port, noDelay: true });
    opened.setTimeout(timeoutMs, forget);
    opened.on('error', forget);
    opened.on('close', () => opened === socket && forget());
    opened.on('data', (chunk: Buffer) => {
      answer = answer.length === 0 ? chunk : Buffer.concat([answer, chunk]);
      const status = statusWhenWhole(answer);
      if (status !== undefined) finish(status);
    });
    return opened;
  }
  return {
    send(request) {
      const current = (socket ??= open());
      return new Promise((resolve) => {
        done = resolve;
        current.write(request);
      });
    },
    close: () => socket?.destroy(),
  };
}
