import type { Libro } from './comunicacion';

/** One numbering of one book. */
export interface SerieDelLibro {
  readonly libro: Libro;
  readonly serie: 'U' | 'E' | 'S' | 'I';
}

const LIBROS = ['OFICIAL', 'PRUEBA'] as const;
const SERIES = ['U', 'E', 'S', 'I'] as const;

/** Every series a town may have; the ones it does not use are empty. */
export const TODAS_LAS_SERIES: readonly SerieDelLibro[] = LIBROS.flatMap((libro) =>
  SERIES.map((serie) => ({ libro, serie })),
);
