import { z } from 'zod';
import { failure } from '../base/kernel/failures';
import type { Failure } from '../base/kernel/failures';
import { localDate } from '../base/kernel/local-date';
import { err, ok } from '../base/kernel/result';
import type { Result } from '../base/kernel/result';
import { CODIGOS_TERMINO } from '../../content/schemas/legal';
import type { CodigoTermino } from '../../content/schemas/legal';
import { parseExtra } from './csv-extra';
import type { Extra } from './csv-extra';
import { formatCsv, parseCsv } from './csv-rows';
import type { CsvRow } from './csv-rows';
import type { Terminos } from './terminos';
import { vencimientoOf } from './vencimiento';
import type { Vencimiento } from './vencimiento';

const COLUMNS = [
  'received_at',
  'type',
  'extra',
  'term_business_days',
  'due_date',
  'due_date_strict',
  'note',
] as const;
type Column = (typeof COLUMNS)[number];
type Fields = Readonly<Partial<Record<Column, string>>>;

const REQUIRED: readonly Column[] = ['received_at', 'type'];
const instant = z.iso.datetime({ offset: true });

/**
 * Fills in the due dates of a table of receipts: `due_date` under DEEMED, `due_date_strict` under STRICT. The row's
 * term wins; without one, the term of its type in force that day. One wrong row and nothing is given back: the failure
 * is INVALID_INPUT with `linea` and `mensaje`, in Spanish, for whoever runs the command.
 */
export function vencimientosCsv(csvText: string, terminos: Terminos): Result<string, Failure> {
  const parsed = parseCsv(csvText);
  if (!parsed.ok) return wrong(parsed.failure.line, 'las comillas no están bien puestas');
  const [header, ...rows] = parsed.value;
  if (!header) return wrong(1, 'el archivo está vacío');
  const names = header.fields.map((name) => name.trim());
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return wrong(header.line, `la columna ${repeated} está repetida`);
  const missing = REQUIRED.find((column) => !names.includes(column));
  if (missing) return wrong(header.line, `falta la columna ${missing}`);
  const done: (readonly string[])[] = [COLUMNS];
  for (const row of rows) {
    const filled = fill(row, names, terminos);
    if (!filled.ok) return filled;
    done.push(filled.value);
  }
  return ok(formatCsv(done));
}

function fill(row: CsvRow, names: readonly string[], terminos: Terminos): Result<string[], Failure> {
  if (row.fields.length !== names.length) {
    return wrong(row.line, `tiene ${row.fields.length} campos y el encabezado ${names.length}`);
  }
  const fields: Fields = Object.fromEntries(names.map((name, index) => [name, row.fields[index]]));
  const due = dueOf(fields, terminos);
  if (!due.ok) return wrong(row.line, due.failure);
  const values: Fields = {
    ...fields,
    term_business_days: String(due.value.diasTermino),
    due_date: due.value.fecha,
    due_date_strict: due.value.fechaEstricta,
  };
  return ok(COLUMNS.map((column) => values[column] ?? ''));
}

function dueOf(fields: Fields, terminos: Terminos): Result<Vencimiento, string> {
  const text = (column: Column): string => fields[column]?.trim() ?? '';
  if (!instant.safeParse(text('received_at')).success) {
    return err(`received_at «${text('received_at')}» no es una fecha como 2026-02-02T07:45:00-05:00`);
  }
  const tipo = CODIGOS_TERMINO.find((codigo) => codigo === text('type'));
  if (!tipo) return err(`type «${text('type')}» no es un tipo conocido`);
  const extra = parseExtra(text('extra'));
  if (!extra.ok) return err(`extra: no se entiende «${extra.failure}»`);
  const recibidoEn = new Date(text('received_at'));
  const termino = termOf(text('term_business_days'), tipo, recibidoEn, terminos);
  if (!termino.ok) return termino;
  return count({ tipo, recibidoEn, termino: termino.value, extra: extra.value }, terminos);
}

function termOf(
  text: string,
  tipo: CodigoTermino,
  recibidoEn: Date,
  terminos: Terminos,
): Result<number, string> {
  if (/^0*[1-9]\d{0,2}$/.test(text)) return ok(Number(text));
  if (text !== '') return err(`term_business_days «${text}» no es un número de días entre 1 y 999`);
  const byLaw = terminos.termFor(tipo, localDate(recibidoEn));
  return byLaw.ok ? ok(byLaw.value.dias) : err(`no hay un término para ${tipo} en esa fecha`);
}

interface Row {
  readonly tipo: CodigoTermino;
  readonly recibidoEn: Date;
  readonly termino: number;
  readonly extra: Extra;
}

function count({ tipo, recibidoEn, termino, extra }: Row, terminos: Terminos): Result<Vencimiento, string> {
  const { prorroga, requerimiento, locales, copias } = extra;
  const calendar = terminos.calendar.withLocalDays(
    locales.map((fecha) => ({ fecha, decreto: 'día no hábil local de la fila' })),
  );
  const cuenta = { tipo, recibidoEn, termino, prorroga, requerimiento, prorrogaMaxima: prorroga };
  const counted = vencimientoOf(
    {
      ...cuenta,
      norma: 'término de la fila',
      politica: 'DEEMED',
      copias: copias ? terminos.diasParaCopias : 0,
    },
    calendar,
  );
  if (counted.ok) return counted;
  return err(WRONG_DATES[String(counted.failure.detail?.['campo'])] ?? 'las fechas no concuerdan');
}

const WRONG_DATES: Readonly<Record<string, string>> = {
  recibidoEn: 'received_at debe estar entre 1984 y 2100',
  requerido: 'req no puede ser anterior al día de recibo',
  respondido: 'ans debe estar entre la fecha de req y un año después',
};

const wrong = (linea: number, mensaje: string): Result<never, Failure> =>
  err(failure('INVALID_INPUT', { linea, mensaje }));
