import express, { Router, type Response } from 'express';

interface Said {
  readonly seq: number;
  readonly texto: string;
  readonly opciones: readonly { id: string; titulo: string }[];
  readonly enlaces: readonly { titulo: string; url: string }[];
  readonly en: string;
}

/** The server side of the chat's protocol in memory, with one conversation and faults on demand. */
export interface FakeChatRoutes {
  readonly router: Router;
  /** Ids of the messages accepted, in order, without repetitions. */
  readonly received: readonly string[];
  /** The next message gets this answer instead of being accepted. */
  answerNext(status: number, headers?: Record<string, string>, body?: object): void;
  /** Accepts the next message and then cuts, so that its acknowledgement is lost. */
  loseNextAnswer(): void;
  /** The cookie given no longer opens anything. */
  expireSession(): void;
  say(texto: string, extra?: Partial<Pick<Said, 'opciones' | 'enlaces'>>): void;
  cutStreams(): void;
}

const AT = '2026-11-24T09:00:00-05:00';

/** `echo` answers each message with its own words. */
export function fakeChatRoutes({ echo = false } = {}): FakeChatRoutes {
  const router = Router();
  const received: string[] = [];
  const said: Said[] = [];
  const history: object[] = [];
  const streams = new Set<Response>();
  let session = 0;
  let next: ((res: Response, accept: () => void) => void) | undefined;

  const write = (res: Response, message: Said) =>
    res.write(`id: ${message.seq}\ndata: ${JSON.stringify(message)}\n\n`);

  const say: FakeChatRoutes['say'] = (texto, { opciones = [], enlaces = [] } = {}) => {
    const message = { seq: said.length + 1, texto, opciones, enlaces, en: AT };
    said.push(message);
    history.push({ de: 'asistente', ...message });
    for (const stream of streams) write(stream, message);
  };

  router.post('/chat/sesion', (_req, res) => {
    session += 1;
    res.setHeader('Set-Cookie', `sesion=${session}; HttpOnly; SameSite=Strict; Path=/chat`);
    res.status(204).end();
  });
  router.use('/chat', (req, res, proceed) => {
    const known = session > 0 && req.get('Cookie') === `sesion=${session}`;
    if (req.path === '/' || known) proceed();
    else res.status(401).json({ codigo: 'SESSION_EXPIRED', mensaje: 'Su sesión terminó.' });
  });
  router.post('/chat/mensajes', express.json(), (req, res) => {
    const { id, texto } = req.body as { id: string; texto: string };
    const accept = () => {
      const repeated = received.includes(id);
      if (!repeated) {
        received.push(id);
        history.push({ de: 'ciudadano', id, texto, en: AT });
      }
      return repeated;
    };
    if (next) {
      const answer = next;
      next = undefined;
      answer(res, accept);
      return;
    }
    const repeated = accept();
    res.status(repeated ? 200 : 202).json({ repetido: repeated });
    if (echo && !repeated) say(`Usted dijo: ${texto}`);
  });
  router.get('/chat/historial', (_req, res) => {
    res.json({ mensajes: history });
  });
  router.get('/chat/eventos', (req, res) => {
    res.setHeader('Content-Type', 'text/event-stream');
    res.flushHeaders();
    const last = Number(req.get('Last-Event-ID') ?? 0);
    for (const message of said.filter(({ seq }) => seq > last)) write(res, message);
    streams.add(res);
    res.on('close', () => streams.delete(res));
  });

  return {
    router,
    received,
    say,
    answerNext(status, headers = {}, body = {}) {
      next = (res) => res.status(status).set(headers).json(body);
    },
    loseNextAnswer() {
      next = (res, accept) => {
        accept();
        res.destroy();
      };
    },
    expireSession() {
      session += 1;
      for (const stream of streams) stream.end();
    },
    cutStreams() {
      for (const stream of streams) stream.destroy();
    },
  };
}
