import { z } from 'zod';

/** What somebody must still confirm before the product may tell it as a fact. */
export const duda = z.strictObject({
  /** The place in the file, with dots: `costo`, `telefonos.0`. */
  clave: z.string().min(1),
  pregunta: z.string().min(1),
  /** Who can answer it: an office by name, never a person. */
  aQuien: z.string().min(1),
});

export const dudas = z.array(duda).default([]);

/** One row of the page that lists what the Alcaldía must still confirm. */
export interface PorConfirmar extends z.infer<typeof duda> {
  readonly archivo: string;
}
