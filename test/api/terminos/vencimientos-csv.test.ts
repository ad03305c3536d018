import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { formatCsv, parseCsv } from '../../../api/terminos/csv-rows';
import { vencimientosCsv } from '../../../api/terminos/vencimientos-csv';
import { terminos, withLocalDays } from './legal-of-content';

const golden = (file: string): string => readFileSync(join(__dirname, '../../golden/terminos', file), 'utf8');
const HEADER = 'received_at,type,extra,term_business_days,due_date,due_date_strict,note';
const row = (line: string): string => `${HEADER}\n${line}\n`;
const filled = (csv: string): string => valueOf(vencimientosCsv(csv, terminos));
const failed = (csv: string) => {
  const result = vencimientosCsv(csv, terminos);
  return result.ok ? undefined : result.failure;
};

describe('the table of due dates', () => {
  it.each(['vencimientos.csv', 'vencimientos-propios.csv'])('fills %s in, byte by byte', (file) => {
    const whole = golden(file);
    const rows = valueOf(parseCsv(whole)).map(({ fields }) => fields);
    const emptied = rows.map((fields, index) => (index === 0 ? fields : fields.with(4, '').with(5, 'mal')));
    expect(filled(formatCsv(emptied))).toBe(whole);
  });

  it('reads columns in any order, without the due dates and the note, with BOM and CRLF', () => {
    const csv =
      '\uFEFF"type",term_business_days,received_at,extra\r\nQUEJA,15,2024-01-01T10:00:00-05:00,\r\n';
    expect(filled(csv)).toBe(row('2024-01-01T10:00:00-05:00,QUEJA,,15,2024-01-24,2024-01-23,'));
  });

  it('lets the term of the row win, and takes that of the law where the row has none', () => {
    expect(filled(row('2026-02-02T09:00:00-05:00,QUEJA,,3,,,'))).toContain(',3,2026-02-05,2026-02-05,');
    expect(filled(row('2026-02-02T09:00:00-05:00,QUEJA,,,,,'))).toContain(',15,2026-02-23,2026-02-23,');
  });

  it('adds the local days of the row to those of the town', () => {
    const csv = row('2026-02-02T09:00:00-05:00,CONGRESO,local=2026-02-03,5,,,');
    expect(valueOf(vencimientosCsv(csv, withLocalDays('2026-02-04')))).toContain('2026-02-11,2026-02-11');
  });

  it('keeps quotes, commas and line ends inside a field', () => {
    const line = '2026-02-02T09:00:00-05:00,QUEJA,,15,2026-02-23,2026-02-23,"dijo ""ya"", y\nse fue"';
    expect(filled(row(line))).toBe(row(line));
  });

  it('gives only the header back for a table without rows', () => {
    expect(filled(`${HEADER}\n\n`)).toBe(`${HEADER}\n`);
  });
});

describe('a wrong table of due dates', () => {
  const at = '2026-02-02T09:00:00-05:00';

  it.each([
    ['', 1, 'el archivo está vacío'],
    ['type,extra\nQUEJA,\n', 1, 'falta la columna received_at'],
    ['type,received_at,type\n', 1, 'la columna type está repetida'],
    [row(`${at},QUEJA,,15`), 2, 'tiene 4 campos y el encabezado 7'],
    [row(`${at},"QUEJA,,15,,,`), 2, 'las comillas no están bien puestas'],
    [row(`${at},QUE"JA,,15,,,`), 2, 'las comillas no están bien puestas'],
    [row('2026-02-30T09:00:00-05:00,QUEJA,,15,,,'), 2, 'received_at'],
    [row('2026-02-02T09:00:00,QUEJA,,15,,,'), 2, 'received_at'],
    [row('1983-06-01T09:00:00-05:00,QUEJA,,15,,,'), 2, 'received_at debe estar entre 1984 y 2100'],
    [row(`${at},TUTELA,,15,,,`), 2, 'type «TUTELA» no es un tipo conocido'],
    [row(`${at},QUEJA,,0,,,`), 2, 'term_business_days «0»'],
    [row(`${at},QUEJA,,quince,,,`), 2, 'term_business_days «quince»'],
    [row(`${at},QUEJA,ext=,15,,,`), 2, 'no se entiende «ext=»'],
    [row(`${at},QUEJA,ext=5;ext=6,15,,,`), 2, 'no se entiende «ext=6»'],
    [row(`${at},QUEJA,copies=3,15,,,`), 2, 'no se entiende «copies=3»'],
    [row(`${at},QUEJA,toString,15,,,`), 2, 'no se entiende «toString»'],
    [row(`${at},QUEJA,local=2026-02-31,15,,,`), 2, 'no se entiende «local=2026-02-31»'],
    [row(`${at},QUEJA,req=2026-02-05,15,,,`), 2, 'req y ans van juntos'],
    [row(`${at},QUEJA,req=2026-02-01;ans=2026-02-05,15,,,`), 2, 'req no puede ser anterior'],
    [row(`${at},QUEJA,req=2026-02-05;ans=9999-12-31,15,,,`), 2, 'ans debe estar'],
  ])('is refused with its line: %j', (csv, linea, mensaje) => {
    expect(failed(csv)).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { linea, mensaje: expect.stringContaining(mensaje) },
    });
  });

  it('gives nothing back when only a later row is wrong, and counts lines inside quotes', () => {
    const good = `${at},QUEJA,,15,,,"dos\nlíneas"`;
    expect(failed(`${HEADER}\n${good}\n${at},QUEJA,,x,,,\n`)?.detail).toMatchObject({ linea: 4 });
  });
});
