import { z } from 'zod';

/** A calendar day of Colombia, `AAAA-MM-DD`. */
export const fecha = z.iso.date();
