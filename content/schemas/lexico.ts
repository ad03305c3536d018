import { z } from 'zod';

/** `content/lexico.yaml`: words that mean the same when a message is understood, by the name of what they mean. */
export const lexicoSchema = z.strictObject({
  grupos: z.record(z.string().regex(/^[a-zñ_]+$/), z.array(z.string().min(2)).min(1)),
});

export type Lexico = z.infer<typeof lexicoSchema>['grupos'];
