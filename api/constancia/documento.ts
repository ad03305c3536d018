/** What a constancia contains, before anyone decides how it looks. All its words are final. */
export interface Documento {
  /** Of the file: what a reader shows as its name. */
  readonly titulo: string;
  readonly asunto: string;
  readonly encabezado: Encabezado;
  readonly secciones: readonly Seccion[];
}

export interface Encabezado {
  readonly entidad: string;
  readonly lugar: string;
  readonly titulo: string;
  readonly numeroEtiqueta: string;
  readonly numero: string;
  /** Said while the official number is missing. */
  readonly enEspera?: string;
  readonly codigoEtiqueta: string;
  /** Tracking code, in groups of four. */
  readonly codigo: string;
  readonly venceTitulo: string;
  readonly vence: string;
  readonly venceNota: string;
}

export interface Seccion {
  readonly titulo: string;
  readonly bloques: readonly Bloque[];
}

export interface Fila {
  readonly etiqueta: string;
  readonly valor: string;
  /** Hashes and codes: each sign counts, and none is broken in lines. */
  readonly fija?: boolean;
}

export type Bloque =
  | { readonly tipo: 'filas'; readonly filas: readonly Fila[] }
  | { readonly tipo: 'parrafo'; readonly texto: string }
  /** The citizen's own words, with their line breaks. */
  | { readonly tipo: 'literal'; readonly texto: string }
  | { readonly tipo: 'fija'; readonly texto: string };
