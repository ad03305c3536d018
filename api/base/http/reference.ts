import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const HEADER = 'X-Referencia';

/** Gives every request a random reference that a person can read aloud; it names the request in the log. */
export const assignReference: RequestHandler = (_req, res, next) => {
  const hex = randomBytes(5).toString('hex').toUpperCase();
  res.setHeader(HEADER, `${hex.slice(0, 5)}-${hex.slice(5)}`);
  next();
};

/** The reference of the request being answered. */
export const referenceOf = (res: Response): string => String(res.getHeader(HEADER) ?? '');
