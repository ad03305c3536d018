import { z } from 'zod';

/** One person, as the library writes it: a phone (`@c.us`) or an opaque number (`@lid`). Never a group nor a list. */
export const address = z.string().regex(/^\d{2,20}@(c\.us|lid)$/);

export const messageId = z.string().min(1).max(300);

/** Name of a file in the folder of both, and no way out of it. */
export const fileName = z.string().regex(/^[\w-]{16,64}$/);
