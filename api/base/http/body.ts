import express, { type RequestHandler } from 'express';
import { failure, type Failure } from '../kernel/failures';
import { err, type Result } from '../kernel/result';
import { parseForm, parseJson } from './parse-body';
import type { Responder } from './responder';

/** Reads a JSON body of at most `maxBytes` into `req.body`, still to be parsed with zod. */
export const jsonBody = (responder: Responder, maxBytes: number): RequestHandler =>
  body('application/json', maxBytes, parseJson, responder);

/** Reads a form of at most `maxBytes` into `req.body` as `FormFields`. */
export const formBody = (responder: Responder, maxBytes: number): RequestHandler =>
  body('application/x-www-form-urlencoded', maxBytes, parseForm, responder);

function body(
  type: string,
  limit: number,
  parse: (bytes: Uint8Array) => Result<unknown, Failure>,
  responder: Responder,
): RequestHandler {
  const read = express.raw({ type, limit });
  return (req, res, next) => {
    read(req, res, (error?: unknown) => {
      if (error !== undefined) {
        next(error);
        return;
      }
      const bytes: unknown = req.body;
      const parsed = Buffer.isBuffer(bytes) ? parse(bytes) : err(failure('UNSUPPORTED_TYPE'));
      if (!parsed.ok) {
        responder.failure(req, res, parsed.failure);
        return;
      }
      req.body = parsed.value;
      next();
    });
  };
}
