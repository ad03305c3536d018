import type { Request, Response } from 'express';
import { HTTP_STATUS, type Failure } from '../kernel/failures';
import type { Texts } from '../../../content/texts';
import { referenceOf } from './reference';

/** What a person or a program is told about a failure. */
export interface FailureAnswer {
  readonly estado: number;
  readonly codigo: string;
  readonly mensaje: string;
  /** Names the request in our log; only for what is our fault. */
  readonly referencia?: string;
}

/** Answers with a failure in the form the client reads: JSON, or a page for a browser. */
export interface Responder {
  failure(req: Request, res: Response, failure: Failure): void;
}

/** Status and words of a failure (`falla.CODE` in content). The reference is told when the fault is ours. */
export function answerTo(failure: Failure, texts: Texts, referencia: string): FailureAnswer {
  const estado = HTTP_STATUS[failure.code];
  const mensaje = texts(`falla.${failure.code}`, failure.detail);
  return { estado, codigo: failure.code, mensaje, ...(estado >= 500 ? { referencia } : {}) };
}

/**
 * A responder whose browsers' page is drawn by `page`. A failure with `detail.segundos` also says so in Retry-After.
 */
export function createResponder(texts: () => Texts, page: (answer: FailureAnswer) => string): Responder {
  return {
    failure(req, res, failure) {
      const answer = answerTo(failure, texts(), referenceOf(res));
      const seconds = failure.detail?.['segundos'];
      if (seconds !== undefined) res.setHeader('Retry-After', String(seconds));
      res.status(answer.estado).vary('Accept');
      if (req.accepts(['json', 'html']) === 'html') {
        res.type('html').send(page(answer));
        return;
      }
      const { estado: _, ...body } = answer;
      res.json(body);
    },
  };
}
