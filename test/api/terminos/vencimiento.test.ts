import { describe, expect, it } from '@jest/globals';
import { TIPOS_PQRSD } from '../../../api/base/kernel/vocabulary';
import { valueOf } from '../../../api/base/kernel/result';
import { createTerminos } from '../../../api/terminos/terminos';
import { legal, terminos, withLocalDays } from './legal-of-content';

const at = (instant: string): Date => new Date(instant);
const monday = at('2026-02-02T09:00:00-05:00');

describe('the term of a type (CPACA art. 14; Ley 1581 de 2012)', () => {
  it.each([
    ['PETICION', 15, 15],
    ['QUEJA', 15, 15],
    ['INFORMACION', 10, 10],
    ['DOCUMENTOS', 10, 10],
    ['CONSULTA', 30, 30],
    ['CONGRESO', 5, 0],
    ['HD_CONSULTA', 10, 5],
    ['HD_RECLAMO', 15, 8],
    ['TRASLADO', 5, 0],
    ['HD_TRASLADO', 2, 0],
  ] as const)('%s has %i days and up to %i more', (tipo, dias, prorrogaMaxima) => {
    expect(valueOf(terminos.termFor(tipo, '2026-02-02'))).toMatchObject({ dias, prorrogaMaxima });
  });

  it.each(TIPOS_PQRSD)('exists for %s, which a citizen can file', (tipo) => {
    expect(terminos.termFor(tipo, '1990-01-01').ok && terminos.termFor(tipo, '2090-01-01').ok).toBe(true);
  });

  it('is the one in force on the day of receipt: Decreto 491 de 2020 until Ley 2207 de 2022', () => {
    const days = (tipo: 'PETICION' | 'DOCUMENTOS' | 'CONSULTA', instant: string) =>
      valueOf(terminos.vencimiento({ tipo, recibidoEn: at(instant) })).diasTermino;
    expect(days('PETICION', '2020-03-27T23:59:59-05:00')).toBe(15);
    expect(days('PETICION', '2021-06-01T09:00:00-05:00')).toBe(30);
    expect(days('DOCUMENTOS', '2021-06-01T09:00:00-05:00')).toBe(20);
    expect(days('CONSULTA', '2021-06-01T09:00:00-05:00')).toBe(35);
    expect(days('CONSULTA', '2022-05-17T00:00:00-05:00')).toBe(30);
  });

  it('is unknown where no row is in force', () => {
    const bare = createTerminos({ ...legal, terminos: [] });
    expect(bare.vencimiento({ tipo: 'QUEJA', recibidoEn: monday })).toMatchObject({
      failure: { code: 'TERM_UNKNOWN' },
    });
  });

  it('may be set in the request itself, with its legal basis, and then no extension is ours to give', () => {
    const terminoPropio = { dias: 3, base: 'Oficio 12 de la Personería' };
    const due = valueOf(terminos.vencimiento({ tipo: 'DEFENSORIA', recibidoEn: monday, terminoPropio }));
    expect(due).toMatchObject({ fecha: '2026-02-05', diasTermino: 3, prorrogaMaxima: 0 });
    expect(due.prueba.norma).toBe('Oficio 12 de la Personería');
    const without = { ...terminoPropio, base: ' ' };
    expect(
      terminos.vencimiento({ tipo: 'DEFENSORIA', recibidoEn: monday, terminoPropio: without }),
    ).toMatchObject({ failure: { code: 'INVALID_INPUT', detail: { campo: 'terminoPropio' } } });
  });
});

describe('the receipt', () => {
  it('is STRICT while the town has not decided, and DEEMED once it decides so', () => {
    const sunday = at('2026-02-01T12:00:00-05:00');
    const recibo = { ...legal.politica.recibo, decidida: 'DEEMED' as const };
    const decided = createTerminos({ ...legal, politica: { ...legal.politica, recibo } });
    const due = { tipo: 'CONGRESO', recibidoEn: sunday } as const;
    expect(valueOf(terminos.vencimiento(due))).toMatchObject({ politica: 'STRICT', fecha: '2026-02-06' });
    expect(valueOf(decided.vencimiento(due))).toMatchObject({
      politica: 'DEEMED',
      fecha: '2026-02-09',
      fechaEstricta: '2026-02-06',
    });
  });

  it.each([
    ['2026-05-30T04:59:59.999Z', '2026-05-29', '2026-06-05'],
    ['2026-05-30T05:00:00.000Z', '2026-05-30', '2026-06-05'],
    ['2026-06-02T04:59:59.999Z', '2026-06-01', '2026-06-09'],
    ['2026-06-02T05:00:00.000Z', '2026-06-02', '2026-06-10'],
    ['1992-05-04T03:59:59.999Z', '1992-05-03', '1992-05-08'],
    ['1992-05-04T04:00:00.000Z', '1992-05-04', '1992-05-11'],
  ])('at %s belongs to %s in Colombia, whatever the day in UTC', (instant, recibido, fecha) => {
    const due = valueOf(terminos.vencimiento({ tipo: 'CONGRESO', recibidoEn: at(instant) }));
    expect(due.prueba.recibido).toBe(recibido);
    expect(due.fecha).toBe(fecha);
  });

  it('does not count a local day, and one that only closes the doors does count', () => {
    const closed = withLocalDays('2026-02-04');
    const due = { tipo: 'CONGRESO', recibidoEn: monday } as const;
    expect(valueOf(closed.vencimiento(due)).fecha).toBe('2026-02-10');
    const doors = createTerminos({
      ...legal,
      diasLocales: [
        {
          fecha: '2026-02-04',
          decreto: 'D-1',
          alcance: 'ATENCION',
          norma: 'n',
          fuente: ['D'],
          vigencia: { desde: null, hasta: null, confirmada: true },
          confirmado: true,
        },
      ],
    });
    expect(valueOf(doors.vencimiento(due)).fecha).toBe('2026-02-09');
    expect(doors.calendar.version).toBe(terminos.calendar.version);
    expect(closed.calendar.version).not.toBe(terminos.calendar.version);
  });
});

describe('the requirement to complete (CPACA art. 17)', () => {
  const petition = { tipo: 'PETICION', recibidoEn: monday } as const;

  it('suspends the term while the citizen does not answer', () => {
    const due = valueOf(terminos.vencimiento({ ...petition, requerimiento: { requerido: '2026-02-05' } }));
    expect(due.suspendido).toEqual({ desde: '2026-02-05', diasRestantes: 12 });
    expect(due.fecha).toBe(valueOf(terminos.vencimiento(petition)).fecha);
  });

  it('resumes with the days left; the day of the requirement is used', () => {
    const due = valueOf(
      terminos.vencimiento({
        ...petition,
        requerimiento: { requerido: '2026-02-05', respondido: '2026-02-13' },
      }),
    );
    expect(due.suspendido).toBeUndefined();
    expect(due.fecha).toBe('2026-03-03');
    expect(due.prueba.pausa).toEqual({
      requerido: '2026-02-05',
      respondido: '2026-02-13',
      reanuda: '2026-02-13',
    });
  });

  it('does not revive a term that has run', () => {
    const late = { requerido: '2026-02-24', respondido: '2026-03-10' };
    const plain = valueOf(terminos.vencimiento(petition));
    expect(plain.fecha).toBe('2026-02-23');
    expect(valueOf(terminos.vencimiento({ ...petition, requerimiento: late }))).toEqual(plain);
    const open = terminos.vencimiento({ ...petition, requerimiento: { requerido: late.requerido } });
    expect(valueOf(open)).toEqual(plain);
  });

  it.each([
    ['requerido', { requerido: '2026-02-01' }],
    ['requerido', { requerido: '2026-02-31' }],
    ['requerido', { requerido: 'ayer' }],
    ['respondido', { requerido: '2026-02-05', respondido: '2026-02-04' }],
    ['respondido', { requerido: '2026-02-05', respondido: '2028-02-05' }],
  ])('refuses dates that cannot be: %s of %j', (campo, requerimiento) => {
    expect(terminos.vencimiento({ ...petition, requerimiento })).toMatchObject({
      failure: { code: 'INVALID_INPUT', detail: { campo } },
    });
  });
});

describe('a request that cannot be counted', () => {
  it.each([
    [{ recibidoEn: at('1983-12-31T09:00:00-05:00') }, 'recibidoEn'],
    [{ recibidoEn: at('2101-01-01T09:00:00-05:00') }, 'recibidoEn'],
    [{ recibidoEn: new Date(Number.NaN) }, 'recibidoEn'],
    [{ prorrogaDias: -1 }, 'prorrogaDias'],
    [{ prorrogaDias: 1.5 }, 'prorrogaDias'],
    [{ copias: true }, 'copias'],
  ])('is refused by name: %j', (wrong, campo) => {
    expect(terminos.vencimiento({ tipo: 'QUEJA', recibidoEn: monday, ...wrong })).toMatchObject({
      failure: { code: 'INVALID_INPUT', detail: { campo } },
    });
  });

  it('is refused past the maximum extension', () => {
    expect(terminos.vencimiento({ tipo: 'HD_RECLAMO', recibidoEn: monday, prorrogaDias: 9 })).toMatchObject({
      failure: { code: 'PRORROGA_TOO_LONG', detail: { maximo: 8 } },
    });
  });
});
