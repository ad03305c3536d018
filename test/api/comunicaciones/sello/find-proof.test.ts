import { describe, expect, it } from '@jest/globals';
import { findProof } from '../../../../api/comunicaciones/sello/find-proof';
import { verifyInclusion } from '../../../../api/comunicaciones/sello/inclusion-proof';
import { realTexts } from '../../../fakes/real-texts';
import { sealDay } from '../../../fakes/seal-day';

const texts = realTexts('sello');

describe("a citizen's proof of inclusion", () => {
  const filed = (radicadoEn: string) => ({
    libro: 'OFICIAL' as const,
    recepcion: '2026-E-000001',
    radicadoEn: new Date(radicadoEn),
  });

  it('exists from the next day, and says so on the first', async () => {
    const { sellos, porSellar, clock, sweep } = sealDay('2026-11-24T15:00:00-05:00');
    const comunicacion = filed('2026-11-24T15:00:00-05:00');
    const find = () => findProof({ sellos, clock, texts: () => texts }, comunicacion);
    await sweep();
    porSellar.touch(1, 'OFICIAL', 0);
    await sweep();
    const soon = await find();
    expect(soon.estado).toBe('DESDE_MANANA');
    expect(soon.explicacion).toContain('existe desde mañana, miércoles, 25 de noviembre de 2026');
    clock.set('2026-11-25T00:05:00-05:00');
    expect((await find()).estado).toBe('ATRASADA');
    clock.set('2026-11-25T00:10:00-05:00');
    await sweep();
    const ready = await find();
    expect(ready.estado === 'LISTA' && verifyInclusion(ready.prueba)).toBe(true);
  });
});
