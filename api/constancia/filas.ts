import type { Fila } from './documento';

/** A row, unless there is nothing to say in it. */
export const filaIf = (etiqueta: string, valor: string | undefined): Fila[] =>
  valor === undefined || valor.trim() === '' ? [] : [{ etiqueta, valor }];
