import type { Texts } from '../../content/texts';
import { formatCsv } from '../terminos/csv-rows';
import type { Fila } from './fila';

const COLUMNS = [
  'numero',
  'semaforo',
  'venceEstricto',
  'vence',
  'dias',
  'tipo',
  'prioridad',
  'estado',
  'recibida',
  'canal',
  'dependencia',
  'sugerida',
  'avisos',
  'prueba',
] as const;

type Column = (typeof COLUMNS)[number];

/** Spreadsheets run a cell that starts with one of these as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

const plain = (value: Fila[Column]): string => {
  if (typeof value === 'boolean') return value ? 'SI' : 'NO';
  return typeof value === 'object' ? value.join(' ') : String(value);
};

const cell = (value: Fila[Column]): string => {
  const text = plain(value);
  return FORMULA.test(text) && typeof value !== 'number' ? `'${text}` : text;
};

/** The first line of the CSV, whose columns never change their order. */
export const csvHeader = (): string => formatCsv([COLUMNS.map((column) => column)]).trimEnd();

export const csvLine = (fila: Fila): string =>
  formatCsv([COLUMNS.map((column) => cell(fila[column]))]).trimEnd();

const pad = (text: string, width: number): string => text.slice(0, width).padEnd(width);

/** A line of the table for a terminal of 120 columns. */
export function tableLine(fila: Fila, texts: Texts): string {
  const { numero, semaforo, venceEstricto, dias, tipo, dependencia, sugerida, avisos, prueba, prioridad } =
    fila;
  const notes = [
    ...(prioridad === 'NORMAL' ? [] : [texts(`bandeja.prioridad.${prioridad}`)]),
    ...avisos.map((aviso) => texts(`bandeja.aviso.${aviso}`)),
    ...(sugerida ? [texts('bandeja.sugerida', { codigo: sugerida })] : []),
    ...(prueba ? [texts('bandeja.prueba')] : []),
  ];
  return [
    pad(texts(`bandeja.semaforo.${semaforo}`), 10),
    venceEstricto,
    String(dias).padStart(5),
    pad(numero, 16),
    pad(texts(`tipo.${tipo}.nombre`), 24),
    pad(dependencia, 24),
    notes.join('; '),
  ]
    .join('  ')
    .trimEnd();
}

export const tableHeader = (texts: Texts): string =>
  [
    pad(texts('bandeja.columna.semaforo'), 10),
    pad(texts('bandeja.columna.vence'), 10),
    texts('bandeja.columna.dias').padStart(5),
    pad(texts('bandeja.columna.numero'), 16),
    pad(texts('bandeja.columna.tipo'), 24),
    pad(texts('bandeja.columna.dependencia'), 24),
    texts('bandeja.columna.notas'),
  ].join('  ');
