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

/** A field with its separator: quoted (quotes doubled inside) or plain, then a comma, a line end or the end of file. */
const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/** Reads CSV as RFC 4180 writes it; a BOM and any line ends are accepted, empty lines are skipped. */
export function parseCsv(text: string): Result<readonly CsvRow[], CsvFault> {
  const source = text.replace(/^\uFEFF/, '');
  const rows: CsvRow[] = [];
  let fields: string[] = [];
  let line = 1;
  let start = 1;
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < source.length) {
    const [match, quoted, plain = '', end] = FIELD.exec(source) ?? [];
    if (match === undefined) return err({ line });
    fields.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += match.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',' && FIELD.lastIndex < source.length) continue;
    if (end === ',') fields.push('');
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
