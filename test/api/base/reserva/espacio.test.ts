import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  fallaDe,
  nivelDe,
  ORDEN,
  rehusados,
  RESERVA,
  ULTIMA_RESERVA,
  type Nivel,
  type Uso,
} from '../../../../api/base/reserva/espacio';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
const FIRST: readonly Uso[] = ['difusion', 'exportacion', 'anexo'];
const ALL: readonly Uso[] = [...FIRST, 'radicacion'];

const TABLE: [libre: number, total: number, nivel: Nivel, refused: readonly Uso[]][] = [
  [50 * GIB, 100 * GIB, 'normal', []],
  [5 * GIB, 100 * GIB, 'normal', []],
  [5 * GIB - 1, 100 * GIB, 'reserva', FIRST],
  [1 * GIB, 100 * GIB, 'reserva', FIRST],
  [64 * MIB, 100 * GIB, 'reserva', FIRST],
  [64 * MIB - 1, 100 * GIB, 'agotado', ALL],
  [0, 100 * GIB, 'agotado', ALL],
  // A small disk: five parts of a hundred would be too little.
  [512 * MIB, 4 * GIB, 'normal', []],
  [512 * MIB - 1, 4 * GIB, 'reserva', FIRST],
  // A big one: filings go on as long as bytes are left, whatever the share.
  [90 * MIB, 4_000 * GIB, 'reserva', FIRST],
];

describe('the reserve of the disk', () => {
  it.each(TABLE)('with %i of %i bytes free is %s and refuses %j', (libre, total, nivel, refused) => {
    expect(nivelDe({ libre, total })).toBe(nivel);
    expect(rehusados({ libre, total })).toEqual(refused);
  });

  it('gives up broadcasts, exports and attachments before filings', () => {
    expect(ORDEN.map(({ uso }) => uso)).toEqual(ALL);
    expect(ULTIMA_RESERVA).toBeLessThan(RESERVA.bytes);
    const room = fc.record({ libre: fc.nat(2 ** 31 - 1), total: fc.integer({ min: 2 ** 31, max: 2 ** 45 }) });
    fc.assert(
      // Whatever is refused, so is everything before it.
      fc.property(room, (espacio) =>
        expect(rehusados(espacio)).toEqual(ALL.slice(0, rehusados(espacio).length)),
      ),
    );
  });

  it('says why in the words of each use', () => {
    const empty = { libre: 0, total: GIB };
    expect(ALL.map((uso) => fallaDe(uso, empty))).toEqual([
      'LOW_ON_SPACE',
      'LOW_ON_SPACE',
      'NO_SPACE_FOR_FILES',
      'NO_SPACE',
    ]);
  });

  it('refuses nothing that nobody measured', () => {
    expect(nivelDe(undefined)).toBe('sin-medir');
    expect(ALL.map((uso) => fallaDe(uso, undefined))).toEqual([undefined, undefined, undefined, undefined]);
  });
});
