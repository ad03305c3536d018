import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inclusionProof, verifyInclusion } from '../../../../api/comunicaciones/sello/inclusion-proof';
import { publicPart, type Sello } from '../../../../api/comunicaciones/sello/sello';
import { verifySealChain } from '../../../../api/comunicaciones/sello/verify-seal-chain';
import { valueOf } from '../../../../api/base/kernel/result';
import { sealDay, testKeys } from '../../../fakes/seal-day';

const DAY = 24 * 3_600_000;

async function fourDays(): Promise<readonly Sello[]> {
  const day = sealDay();
  for (let numero = 1; numero <= 4; numero++) {
    for (let each = 0; each < numero; each++) day.porSellar.touch(numero * 10 + each);
    await day.sweep();
    day.clock.advance(DAY);
  }
  return day.sellos.all;
}

describe('the chain of seals', () => {
  let seals: readonly Sello[];
  beforeAll(async () => {
    seals = await fourDays();
  });
  const motivo = (changed: readonly Sello[]) => {
    const result = verifySealChain(changed, testKeys);
    return result.ok ? 'holds' : result.failure;
  };
  const withChange = (n: number, change: Partial<Sello>) =>
    seals.map((sello) => (sello.n === n ? { ...sello, ...change } : sello));

  it('holds as it was stored, as it was published, and from any day on', () => {
    expect(verifySealChain(seals, testKeys)).toEqual({ ok: true, value: 4 });
    expect(verifySealChain(seals.map(publicPart), testKeys)).toEqual({ ok: true, value: 4 });
    expect(verifySealChain(seals.slice(2), testKeys)).toEqual({ ok: true, value: 2 });
    expect(verifySealChain([], testKeys)).toEqual({ ok: true, value: 0 });
  });

  it('shows a seal taken out, put elsewhere or taken from another book', () => {
    expect(motivo(seals.toSpliced(1, 1))).toEqual({ n: 3, motivo: 'NUMERO' });
    expect(motivo(seals.toReversed())).toEqual({ n: 3, motivo: 'NUMERO' });
    expect(motivo(withChange(3, { libro: 'PRUEBA' }))).toEqual({ n: 3, motivo: 'LIBRO' });
  });

  it('shows what was changed in a seal', () => {
    expect(motivo(withChange(2, { dia: '2026-11-30' }))).toEqual({ n: 2, motivo: 'RAIZ' });
    expect(motivo(withChange(3, { desde: '2026-11-25' }))).toEqual({ n: 3, motivo: 'DIAS' });
    expect(motivo(withChange(2, { anterior: '00' }))).toEqual({ n: 2, motivo: 'ANTERIOR' });
    expect(motivo(withChange(1, { anterior: '00' }))).toEqual({ n: 1, motivo: 'ANTERIOR' });
    expect(motivo(withChange(2, { hojas: [] }))).toEqual({ n: 2, motivo: 'CUENTA' });
    expect(motivo(withChange(4, { selladoEn: new Date(0) }))).toEqual({ n: 4, motivo: 'FIRMA' });
    expect(motivo(withChange(4, { kid: 'otra' }))).toEqual({ n: 4, motivo: 'CLAVE' });
  });

  it('shows a case whose events were rewritten after the seal', () => {
    const hojas = seals[3]?.hojas.map((hoja, i) => (i === 2 ? { ...hoja, hash: 'f'.repeat(64) } : hoja));
    expect(motivo(withChange(4, { hojas }))).toEqual({ n: 4, motivo: 'RAIZ' });
  });

  it('gives each sealed case a proof that holds, shows no other case, and fails when one thing changes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seals), fc.nat(), (sello, which) => {
        const hoja = sello.hojas[which % sello.hojas.length];
        const prueba = valueOf(inclusionProof(sello, hoja?.recepcion ?? ''));
        expect(verifyInclusion(prueba)).toBe(true);
        expect(JSON.stringify(prueba).match(/2026-E-/g)).toHaveLength(1);
        expect(verifyInclusion({ ...prueba, recepcion: '2026-E-000099' })).toBe(false);
        expect(verifyInclusion({ ...prueba, hash: 'f'.repeat(64) })).toBe(false);
        expect(verifyInclusion({ ...prueba, indice: prueba.indice - 1 })).toBe(false);
        expect(verifyInclusion({ ...prueba, hojas: prueba.hojas + 1 })).toBe(false);
      }),
    );
  });

  it('has no proof for a case of another day', () => {
    expect(inclusionProof(seals[0] as Sello, '2026-E-000040')).toEqual({
      ok: false,
      failure: { code: 'NOT_FOUND' },
    });
  });
});
