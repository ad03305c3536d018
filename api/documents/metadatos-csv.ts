import { formatCsv } from '../terminos/csv-rows';
import type { Metadatos } from './metadatos';

/** A spreadsheet takes these for the start of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const cell = (value: string | number | boolean | null | undefined): string => {
  const text = value === null || value === undefined ? '' : String(value);
  return FORMULA.test(text) ? `'${text}` : text;
};

/** The same metadata as one header and one row, so that the rows of many packages make one table. */
export function metadatosCsv(metadatos: Metadatos): string {
  const { personal, anexos, dependenciasExcluidas, formato: _formato, ...plain } = metadatos;
  const { documento, representante } = personal ?? {};
  const columns: readonly (readonly [string, string | number | boolean | null | undefined])[] = [
    ...Object.entries(plain),
    ['dependenciasExcluidas', dependenciasExcluidas.join(' ')],
    ['anexos', anexos.length],
    ['nombre', personal?.nombre],
    ['documentoTipo', documento?.tipo],
    ['documentoNumero', documento?.numero],
    ['representante', representante?.nombre],
    ['correo', personal?.correo],
    ['telefono', personal?.telefono],
    ['direccion', personal?.direccion],
    ['asunto', personal?.asunto],
    ['lugar', personal?.lugar],
  ];
  return formatCsv([columns.map(([name]) => name), columns.map(([, value]) => cell(value))]);
}
