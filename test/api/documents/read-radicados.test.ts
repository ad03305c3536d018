import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRadicados } from '../../../api/documents/read-radicados';

const good = [{ linea: 2, recepcion: '2026-E-000123', radicado: 'RAD-2026-Ñ44', fecha: '2026-11-24' }];
const read = (text: string, encoding: BufferEncoding = 'utf8') => readRadicados(Buffer.from(text, encoding));
const fault = (linea: number, motivo: string) => ({ filas: [], fallas: [{ linea, motivo }] });

describe('a file of official numbers', () => {
  it.each([
    ['plain', 'recepcion,radicado,fecha\n2026-E-000123,RAD-2026-Ñ44,2026-11-24\n', 'utf8'],
    [
      'with a BOM, semicolons and CRLF',
      '\uFEFFRecepción;Radicado;Fecha\r\n2026-e-123;rad-2026-ñ44;24/11/2026\r\n',
      'utf8',
    ],
    ['in Latin-1', 'Recepción;Radicado;Fecha\r\n2026-E-000123;RAD-2026-Ñ44;2026-11-24', 'latin1'],
    [
      'with quotes, times and empty columns',
      '"recepcion","radicado","fecha",\n"2026-E-000123"," RAD-2026-Ñ44 ","2026-11-24 09:30",\n,,,\n',
      'utf8',
    ],
  ] as const)('%s is read', (_, text, encoding) => {
    expect(read(text, encoding)).toEqual({ filas: good, fallas: [] });
  });

  it.each([
    ['', fault(1, 'ENCABEZADO')],
    ['radicado,recepcion,fecha\n', fault(1, 'ENCABEZADO')],
    ['recepcion,radicado,fecha\n', fault(1, 'VACIO')],
    ['recepcion,radicado,fecha\n2026-E-1,"RAD', fault(2, 'COMILLAS')],
    ['recepcion,radicado,fecha\n2026-S-1,RAD-44,2026-11-24', fault(2, 'RECEPCION_MAL')],
    ['recepcion,radicado,fecha\n2026-E-1,R4,2026-11-24', fault(2, 'RADICADO_MAL')],
    ['recepcion,radicado,fecha\n2026-E-1,<script>1,2026-11-24', fault(2, 'RADICADO_MAL')],
    ['recepcion,radicado,fecha\n2026-E-1,RAD-44,2026-02-30', fault(2, 'FECHA_MAL')],
    ['recepcion,radicado,fecha\n2026-E-1,RAD-44,24/11/26', fault(2, 'FECHA_MAL')],
    ['recepcion,radicado,fecha\n2026-E-1,RAD-44,2026-11-24,x', fault(2, 'CAMPOS')],
    ['recepcion,radicado,fecha\n2026-E-1,RAD-44', fault(2, 'CAMPOS')],
  ])('%j tells its fault and its line', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('that is too large is not read', () => {
    expect(readRadicados(Buffer.alloc(1024 * 1024 + 1, 'a'))).toEqual(fault(1, 'MUY_GRANDE'));
  });

  it('that was cut says nothing that the whole file does not say', () => {
    const whole =
      'recepcion,radicado,fecha\n2026-E-000001,RAD-2026-44,2026-11-24\n2026-E-000002,RAD-45,24/11/2026\n';
    const { filas } = read(whole);
    fc.assert(
      fc.property(fc.nat(whole.length), (cut) => {
        for (const fila of read(whole.slice(0, cut)).filas) expect(filas).toContainEqual(fila);
      }),
    );
  });

  it('never throws, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const { filas, fallas } = readRadicados(bytes);
        expect(filas.length + fallas.length).toBeGreaterThan(0);
      }),
    );
  });
});
