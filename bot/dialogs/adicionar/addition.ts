import { z } from 'zod';
import { TIPOS_PQRSD } from '../../../api/base/kernel/vocabulary';
import { anexoSchema, noRecibidoSchema } from '../../inbox/anexo-schema';
import type { CasoPedido, Move } from '../dialog';

const caso = z.union([
  z.strictObject({ numero: z.string(), codigo: z.string() }),
  z.strictObject({ recepcion: z.string() }),
]);

/** An open case that what was written may be for. */
const candidato = z.strictObject({
  recepcion: z.string(),
  tipo: z.enum(TIPOS_PQRSD),
  /** What the office asked in it and nobody answered. */
  pregunta: z.string().optional(),
});

/** Something to add to a case, while its person says what and to which. */
export const additionSchema = z.strictObject({
  /** Stable key: adding it twice adds it once. */
  clave: z.string().min(1),
  texto: z.string(),
  anexos: z.array(anexoSchema),
  noRecibidos: z.array(noRecibidoSchema),
  casos: z.array(candidato),
  /** The case it goes to, once it is known. */
  caso: caso.optional(),
  anonima: z.boolean(),
  /** What to do with it when no case of this chat is open: to file it, or nothing when no office asked; else offered. */
  sinCaso: z.enum(['RADICAR', 'NADA']).optional(),
  /** Code of the failure of the last attempt. */
  falla: z.string().optional(),
  /** Times that an earlier version under the same key turned out to be added. */
  version: z.number().int().min(0),
});

export type Addition = z.infer<typeof additionSchema>;

export const seedSchema = additionSchema
  .pick({ texto: true, anexos: true, noRecibidos: true, caso: true, anonima: true, sinCaso: true })
  .partial();

export const emptyAddition = (clave: string): Addition => ({
  clave,
  texto: '',
  anexos: [],
  noRecibidos: [],
  casos: [],
  anonima: false,
  version: 0,
});

/** Sends it to a case. */
export function sendTo(addition: Addition, to: CasoPedido): Move<Addition> {
  const { clave, version, texto, anexos, noRecibidos } = addition;
  return {
    kind: 'call',
    request: {
      use: 'adicionar',
      adicion: { clave: version === 0 ? clave : `${clave}.${version}`, caso: to, texto, anexos, noRecibidos },
    },
    step: 'enviar',
    data: { ...addition, caso: to },
  };
}
