import type { LocalDate } from '../base/kernel/local-date';
import { foldText } from '../base/kernel/plain-text';
import { formatNumero, parseNumero } from '../comunicaciones/numero';
import { type CsvRow, parseCsv } from '../terminos/csv-rows';
import { isDay } from '../terminos/vencimiento';
import type { FallaDeFila, MotivoFila, RadicadoExterno } from './document-management';

/** What a file of official numbers says, and what in it cannot be accepted. */
export interface Leidos {
  readonly filas: readonly RadicadoExterno[];
  readonly fallas: readonly FallaDeFila[];
}

export const COLUMNAS = ['recepcion', 'radicado', 'fecha'] as const;

const MAX_BYTES = 1024 * 1024;

/** As another Ventanilla writes them, and as the chat can read them back. */
const RADICADO = /^(?=.*\d)[\p{L}\d][\p{L}\d\-./]{3,39}$/u;

const DAY = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})\/(\d{1,2})\/(\d{4}))(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?$/;

const refused = (linea: number, motivo: MotivoFila): Leidos => ({ filas: [], fallas: [{ linea, motivo }] });

/**
 * Reads `recepcion,radicado,fecha` from a file as spreadsheets save it: UTF-8 or Latin-1, with or without BOM, commas or
 * semicolons. The date is the last field, so that a file that was cut does not pass for a whole one.
 */
export function readRadicados(bytes: Uint8Array): Leidos {
  if (bytes.length > MAX_BYTES) return refused(1, 'MUY_GRANDE');
  const text = decode(bytes);
  const [first = ''] = text.split(/\r|\n/, 1);
  const parsed = parseCsv(text, first.includes(';') ? ';' : ',');
  if (!parsed.ok) return refused(parsed.failure.line, 'COMILLAS');
  const [header, ...rows] = parsed.value;
  if (!header || filled(header).map(foldText).join() !== COLUMNAS.join()) return refused(1, 'ENCABEZADO');
  if (rows.length === 0) return refused(1, 'VACIO');
  return checked(rows);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Spreadsheets leave empty columns at the end. */
const filled = ({ fields }: CsvRow): string[] => {
  const trimmed = fields.map((field) => field.trim());
  return trimmed.slice(0, trimmed.findLastIndex((field) => field !== '') + 1);
};

function checked(rows: readonly CsvRow[]): Leidos {
  const filas: RadicadoExterno[] = [];
  const fallas: FallaDeFila[] = [];
  const recepciones = new Set<string>();
  const radicados = new Set<string>();
  for (const row of rows.filter((one) => filled(one).length > 0)) {
    const fila = rowOf(row);
    if (typeof fila === 'string') fallas.push({ linea: row.line, motivo: fila });
    else if (recepciones.has(fila.recepcion)) fallas.push({ linea: row.line, motivo: 'RECEPCION_REPETIDA' });
    else if (radicados.has(fila.radicado)) fallas.push({ linea: row.line, motivo: 'RADICADO_REPETIDO' });
    else filas.push(fila);
    if (typeof fila !== 'string') {
      recepciones.add(fila.recepcion);
      radicados.add(fila.radicado);
    }
  }
  return { filas, fallas };
}

function rowOf(row: CsvRow): RadicadoExterno | MotivoFila {
  const [recepcion = '', radicado = '', fecha = '', ...more] = filled(row);
  if (fecha === '' || more.length > 0) return 'CAMPOS';
  const numero = parseNumero(recepcion);
  if (numero?.clase !== 'E') return 'RECEPCION_MAL';
  if (!RADICADO.test(radicado)) return 'RADICADO_MAL';
  const day = dayOf(fecha);
  if (day === undefined) return 'FECHA_MAL';
  return {
    linea: row.line,
    recepcion: formatNumero(numero),
    radicado: radicado.normalize('NFC').toUpperCase(),
    fecha: day,
  };
}

function dayOf(typed: string): LocalDate | undefined {
  const [, y, m, d, day, month, year] = DAY.exec(typed) ?? [];
  const written = y ? `${y}-${m}-${d}` : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return isDay(written) ? written : undefined;
}
