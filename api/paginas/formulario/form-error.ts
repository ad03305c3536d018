import type { Campo } from './form-values';

/** Name of the text in content, with its parameters. */
export interface FormError {
  readonly campo: Campo | 'sitio';
  readonly clave: string;
  readonly parametros?: Readonly<Record<string, number>>;
}

const MAX_LINEA = 300;

export const tooLong = (campo: Campo, value: string): FormError[] =>
  value.length > MAX_LINEA ? [{ campo, clave: 'corto', parametros: { maximo: MAX_LINEA } }] : [];
