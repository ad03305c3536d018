import { z } from 'zod';
import { fecha } from './fecha';
import { dudas } from './por-confirmar';

/** Every legal term counted in business days: the types a citizen files, and the steps inside a petition. */
export const CODIGOS_TERMINO = [
  'PETICION',
  'QUEJA',
  'RECLAMO',
  'SUGERENCIA',
  'DENUNCIA',
  'FELICITACION',
  'INFORMACION',
  'DOCUMENTOS',
  'CONSULTA',
  'ENTRE_AUTORIDADES',
  'CONGRESO',
  'DEFENSORIA',
  'TRASLADO',
  'REQUERIR_COMPLETAR',
  'HD_CONSULTA',
  'HD_RECLAMO',
  'HD_REQUERIR',
  'HD_TRASLADO',
] as const;
export type CodigoTermino = (typeof CODIGOS_TERMINO)[number];

/** Terms of the citizen, counted in calendar months. */
export const CODIGOS_MESES = ['COMPLETAR', 'HD_COMPLETAR'] as const;
export type CodigoMeses = (typeof CODIGOS_MESES)[number];

/**
 * How a receipt on a non-business day counts. STRICT: received that day, the reading that protects the citizen most.
 * DEEMED: received the next business day (Consejo de Estado, exp. 27219).
 */
export const POLITICAS = ['STRICT', 'DEEMED'] as const;
export type Politica = (typeof POLITICAS)[number];

const procedencia = {
  norma: z.string().min(1),
  /** Tags of `fuentes.yaml`. U marks general knowledge that nobody has confirmed. */
  fuente: z.array(z.string().regex(/^(S\d+[a-e]?|U|D)$/)).min(1),
  /** First and last day in force; null is not known, or still in force. */
  vigencia: z.strictObject({ desde: fecha.nullable(), hasta: fecha.nullable(), confirmada: z.boolean() }),
  /** Whether it may be told to a citizen as a fact. Dates of validity are confirmed apart. */
  confirmado: z.boolean(),
  /** What the Alcaldía's lawyers are asked; required while it is not confirmed. */
  duda: z.string().min(1).optional(),
  nota: z.string().min(1).optional(),
};

interface Procedencia {
  readonly fuente: readonly string[];
  readonly confirmado: boolean;
  readonly duda?: string;
  readonly vigencia: { readonly desde: string | null; readonly hasta: string | null };
}

/** Adds to a row what every legal fact must respect. */
const hecho = <T extends z.ZodType<Procedencia>>(row: T): T =>
  row
    .refine(({ fuente, confirmado }) => !(confirmado && fuente.includes('U')), {
      path: ['confirmado'],
      message: 'una fila con fuente U no puede estar confirmada',
    })
    .refine(({ confirmado, duda }) => confirmado || duda !== undefined, {
      path: ['confirmado'],
      message: 'una fila sin confirmar debe decir su duda',
    })
    .refine(({ vigencia: { desde, hasta } }) => desde === null || hasta === null || desde <= hasta, {
      path: ['vigencia', 'hasta'],
      message: 'la vigencia termina antes de empezar',
    });

const dias = z.int().min(1).max(365);

const termino = hecho(
  z.strictObject({
    codigos: z.array(z.enum(CODIGOS_TERMINO)).min(1),
    /** Business days. */
    dias,
    /** Business days that an extension may add to `dias`; 0 when none is allowed. */
    prorrogaMaxima: z.int().min(0).max(365),
    /** Unanswered in time, the request counts as granted (CPACA 14 n. 1). */
    silencioPositivo: z.boolean(),
    ...procedencia,
  }),
).refine((row) => row.prorrogaMaxima <= row.dias, {
  path: ['prorrogaMaxima'],
  message: 'la prórroga no puede pasar del doble del término (CPACA, artículo 14, parágrafo)',
});

const plazoMeses = hecho(
  z.strictObject({
    codigo: z.enum(CODIGOS_MESES),
    meses: z.int().min(1).max(12),
    prorrogaMaxima: z.int().min(0).max(12),
    ...procedencia,
  }),
);

/** `content/legal/terminos.yaml`. */
export const terminosSchema = z.strictObject({ terminos: z.array(termino), meses: z.array(plazoMeses) });

/** `content/legal/silencio.yaml`. */
export const silencioSchema = z.strictObject({
  negativo: hecho(
    z.strictObject({
      meses: z.int().min(1),
      /** Months from the day a decision was due, when the law itself gives longer than `meses`. */
      mesesSiElPlazoEsMayor: z.int().min(1),
      ...procedencia,
    }),
  ),
  positivo: hecho(z.strictObject({ diasParaCopias: dias, ...procedencia })),
});

const diaDelAnio = { nombre: z.string().min(1), mes: z.int().min(1).max(12), dia: z.int().min(1).max(31) };

const exists = ({ mes, dia }: { mes: number; dia: number }): boolean =>
  new Date(Date.UTC(2023, mes - 1, dia)).getUTCMonth() === mes - 1;

const festivo = hecho(
  z.discriminatedUnion('tipo', [
    /** Never moves. */
    z.strictObject({ tipo: z.literal('FIJO'), ...diaDelAnio, ...procedencia }),
    /** Moves to the next Monday when it is not one (Ley 51 de 1983). */
    z.strictObject({ tipo: z.literal('LUNES'), ...diaDelAnio, ...procedencia }),
    /** Days from Easter Sunday. */
    z.strictObject({
      tipo: z.literal('PASCUA'),
      nombre: z.string().min(1),
      desplazamiento: z.int().min(-60).max(120),
      ...procedencia,
    }),
  ]),
).refine((row) => row.tipo === 'PASCUA' || exists(row), { path: ['dia'], message: 'ese día no existe' });
export type Festivo = z.infer<typeof festivo>;

/** `content/legal/festivos.yaml`. */
export const festivosSchema = z.strictObject({ festivos: z.array(festivo).min(1) });

const diaLocal = hecho(
  z.strictObject({
    fecha,
    /** Number and date of the formal act; without one the day counts. */
    decreto: z.string().min(1),
    /** TERMINOS: the day does not count. ATENCION: only the doors close, and terms run. */
    alcance: z.enum(['TERMINOS', 'ATENCION']),
    ...procedencia,
  }),
).refine(({ alcance, confirmado }) => alcance !== 'TERMINOS' || confirmado, {
  path: ['confirmado'],
  message: 'un día solo deja de contar con su acto confirmado',
});

/** `content/legal/dias-locales.yaml`. */
export const diasLocalesSchema = z.strictObject({ dias: z.array(diaLocal), porConfirmar: dudas });

const decision = <T extends readonly [string, ...string[]]>(valores: T) =>
  hecho(
    z.strictObject({
      /** What the Alcaldía decided; null while it has not. */
      decidida: z.enum(valores).nullable(),
      /** What applies until then. */
      mientras: z.enum(valores),
      ...procedencia,
    }),
  );

/** `content/legal/politica.yaml`. */
export const politicaSchema = z.strictObject({
  recibo: decision(POLITICAS),
  pausa: decision(['REANUDA']),
  diaDelRequerimiento: decision(['USADO']),
});

const afirmacion = hecho(
  z.strictObject({
    clave: z.string().regex(/^[a-z][a-z0-9-]*$/),
    /** What is stated of the law, in one sentence. */
    dice: z.string().min(1),
    ...procedencia,
    /** Keys of the texts that tell it to people; none while it is not confirmed. */
    textos: z.array(z.string().min(1)),
  }),
);
export type Afirmacion = z.infer<typeof afirmacion>;

/** `content/legal/afirmaciones.yaml`: what is said of the law. */
export const afirmacionesSchema = z.strictObject({ afirmaciones: z.array(afirmacion).min(1) });

/** `content/legal/fuentes.yaml`. */
export const fuentesSchema = z.strictObject({ fuentes: z.record(z.string(), z.string().min(1)) });

/** One legal term of one code, in business days, in force between two dates. */
export interface Termino extends Omit<z.infer<typeof termino>, 'codigos'> {
  readonly codigo: CodigoTermino;
}
export type PlazoMeses = z.infer<typeof plazoMeses>;
export type Silencios = z.infer<typeof silencioSchema>;
export type DiaLocal = z.infer<typeof diaLocal>;
export type PoliticaLegal = z.infer<typeof politicaSchema>;
