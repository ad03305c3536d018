import { err, ok } from '../base/kernel/result';
import type { Result } from '../base/kernel/result';

/** One record of a CSV file and the line of the file on which it starts, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A quote where none may be, or one that is never closed. */
export interface CsvFault {
  readonly line: number;
}

/** What stands between fields: spreadsheets in Spanish write semicolons, since the comma is in their numbers. */
export type Separator = ',' | ';';

/** A field with its separator: quoted (quotes doubled inside) or plain, then that, a line end or the end of file. */
const fieldOf = (separator: Separator): RegExp =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r\\n|\\n|\\r|$)`, 'y');

/** Reads CSV as RFC 4180 writes it; a BOM and any line ends are accepted, empty lines are skipped. */
export function parseCsv(text: string, separator: Separator = ','): Result<readonly CsvRow[], CsvFault> {
  const field = fieldOf(separator);
  const source = text.replace(/^\uFEFF/, '');
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let line = 1;
  let start = 1;
  while (field.lastIndex < source.length) {
    const [match, quoted, plain = '', end] = field.exec(source) ?? [];
    if (match === undefined) return err({ line });
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += match.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === separator && field.lastIndex < source.length) continue;
    if (end === separator) fields.push('');
    if (fields.length > 1 || fields[0]?.trim()) rows.push({ line: start, fields });
    fields = [];
    start = line;
  }
  return ok(rows);
}

const needsQuotes = /[",\r\n]/;

/** CSV with line feeds; only fields that need quotes have them. */
export const formatCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((fields) => `${fields.map(quote).join(',')}\n`).join('');

const quote = (field: string): string =>
  needsQuotes.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
