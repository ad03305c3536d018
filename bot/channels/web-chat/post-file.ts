import type { Request, Response } from 'express';
import { z } from 'zod';
import { failure } from '../../../api/base/kernel/failures';
import { ambitoOf } from './chat-message';
import type { WebChatDeps } from './web-chat-deps';
import { sesionIn } from './with-sesion';

const name = z.string().trim().min(1).max(255);

/**
 * Receives one file, its body as it is. 201 {recibo, nombre, bytes} once it is stored durably; 422 {nombre, motivo} when
 * it cannot be received, and then the message may say so.
 */
export function receiveUpload({ receiveFile, recibos, fail }: WebChatDeps) {
  return async (req: Request, res: Response): Promise<void> => {
    const parsed = name.safeParse(req.query['nombre']);
    if (!parsed.success) return fail(req, res, failure('INVALID_INPUT'));
    const received = await receiveFile({ nombre: parsed.data, content: bytesOf(req) });
    // Who cancelled an upload is not there to be answered.
    if (res.destroyed) return undefined;
    if (!received.ok) {
      res.status(422).json(received.failure);
      return undefined;
    }
    const { nombre, bytes } = received.value;
    res.status(201).json({ recibo: recibos.give(received.value, ambitoOf(sesionIn(res))), nombre, bytes });
    return undefined;
  };
}

// Who stops reading half-way must still be able to answer: the usual iterator would destroy the connection.
const bytesOf = (req: Request): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => req.iterator({ destroyOnReturn: false }) as AsyncIterator<Uint8Array>,
});
