import type { ClientPorts } from './client-ports';
import { createEventParser } from './event-parser';
import { jsonOf, parseBotMessage, type Frame } from './protocol';
import type { Session } from './session';
import { watchSilence } from './silence-watch';

interface Listening {
  readonly ports: ClientPorts;
  readonly session: Session;
  readonly controller: AbortController;
  readonly lastSeq: number;
  readonly opened: () => void;
  readonly heard: (frame: Frame) => void;
}

/** Listens to the server's events until they end; throws when they are cut. What comes in one piece is one answer. */
export async function listenToEvents(listening: Listening): Promise<void> {
  const { ports, session, controller, lastSeq, opened, heard } = listening;
  const response = await session.fetch('/chat/eventos', {
    signal: controller.signal,
    headers: { Accept: 'text/event-stream', 'Last-Event-ID': String(lastSeq) },
  });
  if (!response.ok || !response.body) throw new Error('no events');
  opened();
  const silence = watchSilence(ports, () => controller.abort());
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parse = createEventParser();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      silence.heard();
      const events = parse(decoder.decode(piece.value, { stream: true }));
      if (events.some(({ event }) => event === 'turno')) heard({ tipo: 'turno' });
      const respuestas = events
        .map(({ event, data }) => (event === 'turno' ? undefined : parseBotMessage(jsonOf(data))))
        .filter((one) => one !== undefined);
      heard({ tipo: 'respuestas', respuestas });
    }
  } finally {
    silence.end();
  }
}
