import { z } from 'zod';
import { fecha } from './fecha';
import { dudas } from './por-confirmar';

const linea = z.strictObject({
  numero: z.string().regex(/^[0-9 ]{3,14}$/),
  nombre: z.string().min(1),
  paraQue: z.string().min(1),
  fuente: z.string().min(1),
  /** Day on which somebody called it from the municipality and it answered. */
  verificadoEl: fecha.nullable(),
  /** Only for the national emergency number, which every card must name. */
  siempre: z.boolean().default(false),
});

const frases = z.array(z.string().min(2)).min(1);

/** `content/emergencias.yaml`: the lines of the emergency card and the words that bring it up. */
export const emergenciasSchema = z.strictObject({
  lineas: z.array(linea).min(1),
  /** A text that holds one of these is an emergency. `*` stands for up to three words. */
  senales: frases,
  /** Taken out of the text before looking for `senales`: they sound like danger and are not. */
  noSon: frases,
  porConfirmar: dudas,
});

export type Emergencias = z.infer<typeof emergenciasSchema>;
export type LineaEmergencia = z.infer<typeof linea>;

/** The lines that may be shown: those verified, and the national number always. */
export const lineasVisibles = ({ lineas }: Emergencias): readonly LineaEmergencia[] =>
  lineas.filter(({ siempre, verificadoEl }) => siempre || verificadoEl !== null);
