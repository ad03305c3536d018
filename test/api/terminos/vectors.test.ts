import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { parseExtra } from '../../../api/terminos/csv-extra';
import { parseCsv } from '../../../api/terminos/csv-rows';
import { verifyProof } from '../../../api/terminos/verify-proof';
import { CODIGOS_TERMINO } from '../../../content/schemas/legal';
import type { CodigoTermino } from '../../../content/schemas/legal';
import { withLocalDays } from './legal-of-content';

interface Vector {
  readonly receivedAt: string;
  readonly type: CodigoTermino;
  readonly extra: string;
  readonly term: number;
  readonly due: string;
  readonly strict: string;
  readonly note: string;
}

const vectorsOf = (file: string): Vector[] =>
  valueOf(parseCsv(readFileSync(join(__dirname, '../../golden/terminos', file), 'utf8')))
    .slice(1)
    .map(({ fields }) => {
      const [receivedAt = '', type = '', extra = '', term = '', due = '', strict = '', note = ''] = fields;
      return { receivedAt, type: type as CodigoTermino, extra, term: Number(term), due, strict, note };
    });

const reference = vectorsOf('vencimientos.csv');
const own = vectorsOf('vencimientos-propios.csv');

describe('the reference due dates', () => {
  it('are sixty, and with our own cover every code of the law', () => {
    expect(reference).toHaveLength(60);
    const covered = new Set([...reference, ...own].map(({ type }) => type));
    expect([...CODIGOS_TERMINO].filter((code) => !covered.has(code))).toEqual([]);
  });

  it.each([...reference, ...own])('$type $receivedAt $extra: $note', (vector) => {
    const { prorroga, requerimiento, locales, copias } = valueOf(parseExtra(vector.extra));
    const terminos = withLocalDays(...locales);
    const due = (politica: 'DEEMED' | 'STRICT') =>
      valueOf(
        terminos.vencimiento({
          recibidoEn: new Date(vector.receivedAt),
          tipo: vector.type,
          prorrogaDias: prorroga,
          requerimiento,
          copias,
          politica,
        }),
      );
    const deemed = due('DEEMED');
    const strict = due('STRICT');
    expect(deemed).toMatchObject({
      fecha: vector.due,
      fechaEstricta: vector.strict,
      diasTermino: vector.term,
    });
    expect(strict).toMatchObject({ fecha: vector.strict, fechaEstricta: vector.strict });
    expect(verifyProof(deemed.prueba)).toEqual({ ok: true, fecha: vector.due });
    expect(verifyProof(strict.prueba)).toEqual({ ok: true, fecha: vector.strict });
  });
});
