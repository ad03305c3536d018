import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { failure } from '../../../api/base/kernel/failures';
import { cleanText } from '../../../api/base/kernel/plain-text';
import type { InboundMessage } from '../channel';
import type { WebChatDeps } from './web-chat-deps';
import { isSameOrigin } from './same-origin';
import { sesionIn } from './with-sesion';
import type { SesionChat } from './sesiones-chat';

const body = z.strictObject({
  /** Made by the browser; sending it again is the same message. */
  id: z.string().regex(/^[\w-]{8,64}$/),
  texto: z.string().default(''),
  opcion: z.string().min(1).max(200).optional(),
});

/** Ids are of their conversation: the same one from another browser is another message. */
export const externalIdOf = ({ conversacion }: Pick<SesionChat, 'conversacion'>, id: string): string =>
  `${conversacion}:${id}`;

/** Refuses what another site sends and what goes past the limit, before anything is read or stored. */
export function admitMessage({ limit, fail, publicUrl }: WebChatDeps): RequestHandler {
  return (req, res, next) => {
    if (!isSameOrigin(req, publicUrl)) {
      fail(req, res, failure('FORBIDDEN'));
      return;
    }
    const permit = limit.take(sesionIn(res).id);
    if (permit.ok) next();
    else fail(req, res, failure('TOO_MANY_REQUESTS', { segundos: permit.segundos }));
  };
}

/** 202 once the message is stored durably; 200 when it had been before. */
export function receiveMessage({ chat, clock, fail }: WebChatDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    const parsed = body.safeParse(req.body);
    if (!parsed.success) return fail(req, res, failure('INVALID_INPUT'));
    const { id, texto, opcion } = parsed.data;
    if (opcion === undefined && cleanText(texto).trim() === '') return fail(req, res, failure('EMPTY_TEXT'));
    const sesion = sesionIn(res);
    const message: InboundMessage = {
      canal: 'WEB_CHAT',
      conversacion: sesion.conversacion,
      externalId: externalIdOf(sesion, id),
      texto,
      opcion,
      anexos: [],
      enviadoEn: clock.now(),
    };
    const accepted = await chat.accept(message);
    if (!accepted.ok) return fail(req, res, accepted.failure);
    res.status(accepted.value.nuevo ? 202 : 200).json({ id, repetido: !accepted.value.nuevo });
    return undefined;
  };
}
