import type { z } from 'zod';
import type { Located } from './content-reader';
import type {
  afirmacionesSchema,
  diasLocalesSchema,
  festivosSchema,
  fuentesSchema,
  politicaSchema,
  silencioSchema,
  terminosSchema,
} from './schemas/legal';
import type { PorConfirmar } from './schemas/por-confirmar';

/** The files of `content/legal/`, each with where it was read. */
export interface LegalAreas {
  readonly terminos: Located<z.infer<typeof terminosSchema>>;
  readonly silencio: Located<z.infer<typeof silencioSchema>>;
  readonly festivos: Located<z.infer<typeof festivosSchema>>;
  readonly diasLocales: Located<z.infer<typeof diasLocalesSchema>>;
  readonly politica: Located<z.infer<typeof politicaSchema>>;
  readonly afirmaciones: Located<z.infer<typeof afirmacionesSchema>>;
  readonly fuentes: Located<z.infer<typeof fuentesSchema>>;
}

/** A row that states where it comes from, and where it stands. */
export interface LegalRow {
  readonly yaml: Located<unknown>['yaml'];
  readonly path: readonly (string | number)[];
  readonly fuente: readonly string[];
  readonly confirmado: boolean;
  readonly duda?: string;
}

/** Every row of every file, in the order of the files. */
export function legalRows(areas: LegalAreas): LegalRow[] {
  const { terminos, silencio, festivos, diasLocales, politica, afirmaciones } = areas;
  const list = <T extends Pick<LegalRow, 'fuente' | 'confirmado' | 'duda'>>(
    { yaml }: Located<unknown>,
    name: string,
    rows: readonly T[],
  ): LegalRow[] =>
    rows.map(({ fuente, confirmado, duda }, index) => ({
      yaml,
      path: [name, index],
      fuente,
      confirmado,
      duda,
    }));
  const named = <T extends Pick<LegalRow, 'fuente' | 'confirmado' | 'duda'>>({
    yaml,
    value,
  }: Located<Record<string, T>>): LegalRow[] =>
    Object.entries(value).map(([name, { fuente, confirmado, duda }]) => ({
      yaml,
      path: [name],
      fuente,
      confirmado,
      duda,
    }));
  return [
    ...list(terminos, 'terminos', terminos.value.terminos),
    ...list(terminos, 'meses', terminos.value.meses),
    ...named(silencio),
    ...list(festivos, 'festivos', festivos.value.festivos),
    ...list(diasLocales, 'dias', diasLocales.value.dias),
    ...named(politica),
    ...list(afirmaciones, 'afirmaciones', afirmaciones.value.afirmaciones),
  ];
}

/** Every row that waits for confirmation, so that none can be forgotten, and what the files ask themselves. */
export const legalDoubts = (areas: LegalAreas): PorConfirmar[] => [
  ...legalRows(areas)
    .filter(({ confirmado }) => !confirmado)
    .map(({ yaml, path, duda = '' }) => ({
      archivo: yaml.file,
      clave: path.join('.'),
      pregunta: duda,
      aQuien: 'Oficina jurídica',
    })),
  ...areas.diasLocales.value.porConfirmar.map((one) => ({ archivo: areas.diasLocales.yaml.file, ...one })),
];
