import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { TIPOS_CIUDADANO } from '../../../api/base/kernel/vocabulary';
import { plazoOf } from '../../../api/pqrsd/plazo-por-confirmar';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

describe('a due date whose term no norm confirms', () => {
  it('is marked in the acknowledgement and in the tracking, and is never overdue', async () => {
    const { filePqrsd, track, clock } = pqrsdOffice();
    const acuse = valueOf(await filePqrsd(solicitud({ tipo: 'FELICITACION' })));
    expect(acuse.plazoPorConfirmar).toBe(true);
    clock.advance(90 * 86_400_000);
    expect(valueOf(await track(acuse.recepcion, acuse.codigo))).toMatchObject({
      plazoPorConfirmar: true,
      vencida: false,
    });
  });

  it('carries no mark when the term is of the law (CPACA 14), and is overdue in its time', async () => {
    const { filePqrsd, track, clock } = pqrsdOffice();
    const acuse = valueOf(await filePqrsd(solicitud()));
    expect(acuse).not.toHaveProperty('plazoPorConfirmar');
    clock.advance(90 * 86_400_000);
    const seen = valueOf(await track(acuse.recepcion, acuse.codigo));
    expect(seen).not.toHaveProperty('plazoPorConfirmar');
    expect(seen.vencida).toBe(true);
  });

  it('follows, for every type a citizen may file, the row in force on the day of receipt', () => {
    const { terminos } = pqrsdOffice();
    for (const tipo of TIPOS_CIUDADANO) {
      const { confirmado } = valueOf(terminos.termFor(tipo, '2026-11-24'));
      const marked = plazoOf(terminos, tipo, new Date('2026-11-24T23:00:00-05:00')).plazoPorConfirmar;
      expect(marked === true).toBe(!confirmado);
    }
    // Decreto 491 de 2020 is told for old cases only, and its reach is to be confirmed.
    expect(plazoOf(terminos, 'PETICION', new Date('2021-03-01T09:00:00-05:00'))).toEqual({
      plazoPorConfirmar: true,
    });
  });
});
