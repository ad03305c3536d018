import { randomBytes } from 'node:crypto';

/** A new identifier that nobody can guess: 128 random bits in 22 URL-safe characters. */
export const newId = (): string => randomBytes(16).toString('base64url');
