import type { Socket } from 'node:net';
import type { Document } from 'bson';
import { BadMessage, MAX_MESSAGE_BYTES, type Request, readMessage, writeReply } from './message';

const SMALLEST_MESSAGE = 21;

/** Answers one request of a client, who is known by its connection. Never rejects. */
export type Answer = (request: Request, client: object) => Promise<Document | Buffer>;

/** Serves one client: whole messages out of the stream of bytes, answered in the order they came. */
export function serveConnection(socket: Socket, answer: Answer): void {
  let chunks: Buffer[] = [];
  let waiting = 0;
  let replies = 0;
  let turn = Promise.resolve();

  const reply = async (request: Request): Promise<void> => {
    const body = await answer(request, socket);
    if (!request.silent && socket.writable) socket.write(writeReply(request, body, (replies += 1)));
  };

  const take = (message: Buffer): void => {
    const request = readMessage(message);
    turn = turn.then(() => reply(request)).catch(() => void socket.destroy());
  };

  socket.on('data', (chunk) => {
    chunks.push(chunk);
    waiting += chunk.length;
    try {
      const joined = wholeMessages(chunks, waiting, take);
      if (joined) {
        chunks = joined.length > 0 ? [joined] : [];
        waiting = joined.length;
      }
    } catch (cause) {
      socket.destroy(
        cause instanceof BadMessage || cause instanceof RangeError ? undefined : (cause as Error),
      );
    }
  });
  socket.on('error', () => socket.destroy());
}

/** Takes each complete message; answers what is left over, or undefined while the first is not complete. */
function wholeMessages(
  chunks: readonly Buffer[],
  waiting: number,
  take: (message: Buffer) => void,
): Buffer | undefined {
  const [first] = chunks;
  if (!first || waiting < 4) return undefined;
  let bytes = first.length >= 4 ? first : Buffer.concat(chunks);
  // A long message is joined once, when its last byte is there.
  if (waiting < bytes.readInt32LE(0)) return refuseSize(bytes.readInt32LE(0));
  if (bytes.length < waiting) bytes = Buffer.concat(chunks);
  let at = 0;
  while (bytes.length - at >= 4) {
    const size = bytes.readInt32LE(at);
    refuseSize(size);
    if (bytes.length - at < size) break;
    take(bytes.subarray(at, at + size));
    at += size;
  }
  return bytes.subarray(at);
}

function refuseSize(size: number): undefined {
  if (size < SMALLEST_MESSAGE || size > MAX_MESSAGE_BYTES) throw new BadMessage(`a message of ${size} bytes`);
  return undefined;
}
