import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { terminos } from './legal-of-content';

const recibidoEn = new Date('2025-09-08T09:30:00-05:00');

describe('a transfer (CPACA art. 21; Ley 1581 de 2012, art. 15)', () => {
  it('has five days, and two for a claim about personal data', () => {
    const limit = (tipo: 'PETICION' | 'HD_CONSULTA' | 'HD_RECLAMO') =>
      valueOf(terminos.limiteTraslado({ tipo, recibidoEn })).fecha;
    expect(limit('PETICION')).toBe('2025-09-15');
    expect(limit('HD_CONSULTA')).toBe('2025-09-15');
    expect(limit('HD_RECLAMO')).toBe('2025-09-10');
  });

  it('inside the Alcaldía never resets the term', () => {
    const due = valueOf(terminos.vencimiento({ tipo: 'PETICION', recibidoEn }));
    expect(terminos.afterTraslado(due, { a: 'DEPENDENCIA' })).toEqual({ ok: true, value: due });
  });

  it('to another entity starts its term the day after it receives the petition', () => {
    const due = valueOf(terminos.vencimiento({ tipo: 'PETICION', recibidoEn }));
    const moved = terminos.afterTraslado(due, {
      a: 'ENTIDAD',
      tipo: 'PETICION',
      recibidoEn: new Date('2025-09-15T16:00:00-05:00'),
    });
    expect(valueOf(moved).prueba.dias.slice(0, 2)).toEqual([
      { fecha: '2025-09-15', omitido: 'RECIBO' },
      { fecha: '2025-09-16', cuenta: 1 },
    ]);
    expect(valueOf(moved).fecha).toBe('2025-10-06');
  });
});

describe('asking the citizen to complete', () => {
  it('has ten days (CPACA art. 17), and five for a claim about personal data (Ley 1581 art. 15 n. 1)', () => {
    const limit = (tipo: 'QUEJA' | 'HD_RECLAMO') =>
      valueOf(terminos.limiteRequerir({ tipo, recibidoEn })).fecha;
    expect(limit('QUEJA')).toBe('2025-09-22');
    expect(limit('HD_RECLAMO')).toBe('2025-09-15');
  });
});
