import express from 'express';
import request from 'supertest';
import { jsonBody } from '../../api/base/http/body';
import { errorHandler } from '../../api/base/http/error-handler';
import { createRateLimit } from '../../api/base/http/rate-limit';
import { createResponder } from '../../api/base/http/responder';
import { assignReference } from '../../api/base/http/reference';
import { createWebChatRoutes } from '../../bot/channels/web-chat/web-chat.routes';
import type { SesionChat, SesionesChat } from '../../bot/channels/web-chat/sesiones-chat';
import type { chatTown } from './chat-town';
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

const MAX_BYTES = 1024 * 1024;

/** The chat's routes as the program mounts them, over a town in memory. */
export function webChatApp(town: ReturnType<typeof chatTown>, publicUrl = 'http://localhost:3000') {
  const { clock, logger } = town.deps;
  const sesiones = memorySesionesChat();
  const responder = createResponder(
    () => sampleContent.texts,
    () => '',
  );
  const beats: (() => void)[] = [];
  const app = express();
  app.use(assignReference);
  app.use(
    createWebChatRoutes({
      chat: town.engine,
      sesiones,
      clock,
      logger,
      publicUrl,
      json: jsonBody(responder, MAX_BYTES),
      limit: createRateLimit({ clock, limit: 20, windowMs: 10_000 }),
      fail: (req, res, failure) => responder.failure(req, res, failure),
      every: (_milliseconds, task) => {
        beats.push(task);
        return () => beats.splice(beats.indexOf(task), 1);
      },
    }),
  );
  app.use(errorHandler(responder, logger));
  return { app, sesiones, beats };
}

/** A new session: the cookie as the browser sends it back. */
export async function openBrowser(app: express.Express): Promise<string> {
  const response = await request(app).post('/chat/sesion').expect(204);
  const [cookie = ''] = response.get('Set-Cookie') ?? [];
  return cookie.split(';')[0] ?? '';
}
