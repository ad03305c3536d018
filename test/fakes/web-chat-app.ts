import express from 'express';
import request from 'supertest';
import { jsonBody } from '../../api/base/http/body';
import { errorHandler } from '../../api/base/http/error-handler';
import { createRateLimit } from '../../api/base/http/rate-limit';
import { createResponder } from '../../api/base/http/responder';
import { assignReference } from '../../api/base/http/reference';
import { createWebChat } from '../../bot/channels/web-chat/web-chat.routes';
import type { SesionChat, SesionesChat } from '../../bot/channels/web-chat/sesiones-chat';
import { MAX_MESSAGE_BYTES } from '../../bot/channels/web-chat/web-chat-deps';
import type { chatTown } from './chat-town';
import { memoryUploads } from './memory-uploads';
import { sampleContent } from './sample-facts';

/** Sessions of the web chat in memory. */
export function memorySesionesChat(): SesionesChat & { readonly all: readonly SesionChat[] } {
  const all: SesionChat[] = [];
  return {
    all,
    async insert(sesion) {
      all.push(sesion);
    },
    find: async (id) => all.find((one) => one.id === id),
    async purge(before) {
      all.splice(0, all.length, ...all.filter(({ venceEn }) => venceEn >= before));
    },
  };
}

/** The chat's routes as the program mounts them, over a town in memory. */
export function webChatApp(town: ReturnType<typeof chatTown>, publicUrl = 'http://localhost:3000') {
  const { clock, logger } = town.deps;
  const sesiones = memorySesionesChat();
  const responder = createResponder(
    () => sampleContent.texts,
    () => '',
  );
  const beats: (() => void)[] = [];
  const uploads = memoryUploads();
  const app = express();
  app.use(assignReference);
  const chat = createWebChat({
    chat: town.engine,
    sesiones,
    clock,
    logger,
    publicUrl,
    limit: createRateLimit({ clock, limit: 20, windowMs: 10_000 }),
    fileLimit: createRateLimit({ clock, limit: 20, windowMs: 60_000 }),
    ...uploads,
    explain: ({ code, detail }) => sampleContent.texts(`falla.${code}`, detail),
    every: (_milliseconds, task) => {
      beats.push(task);
      return () => beats.splice(beats.indexOf(task), 1);
    },
  });
  const routes = chat.routes({
    json: jsonBody(responder, MAX_MESSAGE_BYTES),
    fail: (req, res, failure) => responder.failure(req, res, failure),
  });
  app.use(routes);
  app.use(errorHandler(responder, logger));
  return { app, routes, socket: chat.socket, sesiones, beats };
}

/** A new session: the cookie as the browser sends it back. */
export async function openBrowser(app: express.Express): Promise<string> {
  const response = await request(app).post('/chat/sesion').expect(204);
  const [cookie = ''] = response.get('Set-Cookie') ?? [];
  return cookie.split(';')[0] ?? '';
}
