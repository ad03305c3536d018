import { z } from 'zod';
import { duda } from './por-confirmar';

/** `content/decisiones.yaml`: what the Alcaldía must decide or deliver before go-live. */
export const decisionesSchema = z.strictObject({ decisiones: z.array(duda) });
