import type { ClientPorts, SocketPort } from './client-ports';
import { parseFrame, type Frame, type OwnMessage, type SendAnswer } from './protocol';

/** A socket that does not open in this time is behind something that keeps it: there is another way. */
const OPEN_MS = 4_000;
/** An acknowledgement that does not come: the socket may be dead without anybody having said so. */
const ANSWER_MS = 10_000;

/** A web socket that is open. */
export interface LiveSocket {
  /** Sends a message; undefined when the socket ended or kept silent before it was answered. */
  send(message: OwnMessage): Promise<SendAnswer | undefined>;
  /** When it is over. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens the socket after the reply `seq`; undefined when it does not open. Acknowledgements go to who waits for them. */
export function openLiveSocket(
  ports: Pick<ClientPorts, 'openSocket' | 'schedule'>,
  seq: number,
  heard: (frame: Frame) => void,
): Promise<LiveSocket | undefined> {
  let socket: SocketPort;
  try {
    socket = ports.openSocket(`/chat/ws?desde=${seq}`);
  } catch {
    return Promise.resolve(undefined);
  }
  const answers = new Map<string, (answer?: SendAnswer) => void>();
  socket.onmessage = ({ data }) => {
    const frame = parseFrame(data);
    if (frame.tipo === 'acuse') answers.get(frame.id)?.(frame.answer);
    heard(frame);
  };
  return new Promise((resolve) => {
    const forget = ports.schedule(OPEN_MS, () => {
      resolve(undefined);
      socket.close();
    });
    const ended = new Promise<void>((end) => {
      socket.onclose = () => {
        forget();
        resolve(undefined);
        for (const answer of answers.values()) answer();
        end();
      };
    });
    socket.onopen = () => {
      forget();
      resolve(liveSocket(socket, ended, answers, ports.schedule));
    };
  });
}

function liveSocket(
  socket: SocketPort,
  ended: Promise<void>,
  answers: Map<string, (answer?: SendAnswer) => void>,
  schedule: ClientPorts['schedule'],
): LiveSocket {
  return {
    ended,
    close: () => socket.close(),
    send: ({ id, texto, opcion, anexos, noRecibidos }) =>
      new Promise((resolve) => {
        const settle = (answer?: SendAnswer): void => {
          forget();
          answers.delete(id);
          resolve(answer);
        };
        const forget = schedule(ANSWER_MS, settle);
        answers.set(id, settle);
        try {
          socket.send(JSON.stringify({ tipo: 'mensaje', id, texto, opcion, anexos, noRecibidos }));
        } catch {
          settle();
        }
      }),
  };
}
