import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../api/base/kernel/local-date';
import { valueOf } from '../../../api/base/kernel/result';
import type { Prueba } from '../../../api/terminos/prueba';
import { verifyProof } from '../../../api/terminos/verify-proof';
import { anyCase } from './arbitrary-case';
import { terminos, withLocalDays } from './legal-of-content';

type Loose = Record<string, unknown>;
const source = readFileSync(join(__dirname, '../../../api/terminos/verify-proof.ts'), 'utf8');

/** What a day's entry may be turned into; the same as it was means no change. */
const entries = (fecha: string): Loose[] => [
  { fecha, cuenta: 1 },
  { fecha, cuenta: 7 },
  { fecha, omitido: 'RECIBO' },
  { fecha, omitido: 'PAUSA' },
  { fecha, omitido: 'FIN_DE_SEMANA' },
  { fecha, omitido: 'FESTIVO', nombre: 'Navidad', norma: 'Ley 51 de 1983, arts. 1 y 2' },
  { fecha, omitido: 'LOCAL', decreto: 'Decreto 1' },
];

const anyAlteration = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom('DROP', 'REPEAT', 'SWAP', 'RECOUNT', 'REASON', 'APPEND', 'RESULT', 'FACT'),
  step: fc.constantFrom(-7, -2, -1, 1, 2, 7),
});

function altered(proof: Prueba, { at, kind, step }: { at: number; kind: string; step: number }): Loose {
  const dias = proof.dias.map((day): Loose => ({ ...day }));
  const index = at % dias.length;
  const day = dias[index] ?? {};
  const fecha = String(day['fecha']);
  if (kind === 'DROP') dias.splice(index, 1);
  if (kind === 'REPEAT') dias.splice(index, 0, { ...day });
  if (kind === 'SWAP') dias.splice(index, 2, ...dias.slice(index, index + 2).toReversed());
  if (kind === 'RECOUNT') dias[index] = { ...day, cuenta: Number(day['cuenta'] ?? 0) + step };
  if (kind === 'REASON') dias[index] = entries(fecha)[at % 7] ?? {};
  if (kind === 'APPEND') dias.push({ fecha: addDays(proof.resultado, 1), cuenta: dias.length });
  const facts: Loose[] = [
    { termino: proof.termino + step },
    { prorroga: proof.prorroga + step },
    { copias: proof.copias === 0 ? 3 : 0 },
    { recibido: addDays(proof.recibido, step) },
    { efectivo: addDays(proof.efectivo, step) },
    { recibidoEn: new Date(Date.parse(proof.recibidoEn) + step * 86_400_000).toISOString() },
    { diasLocales: [...proof.diasLocales, { fecha: proof.resultado, decreto: 'Decreto 1' }] },
  ];
  const fact = kind === 'FACT' ? facts[at % facts.length] : {};
  const resultado = kind === 'RESULT' ? addDays(proof.resultado, step) : proof.resultado;
  return { ...proof, dias, resultado, ...fact };
}

describe('the stand-alone verifier', () => {
  it('imports nothing and has at most 150 lines', () => {
    expect(source).not.toMatch(/\b(import|require)\b\s*[({'"\w]/);
    expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  });

  it('rejects every altered proof: a day dropped, recounted, with another reason, a fact or the result moved', () => {
    fc.assert(
      fc.property(anyCase, anyAlteration, ({ vencimiento }, alteration) => {
        const proof = altered(vencimiento.prueba, alteration);
        fc.pre(JSON.stringify(proof) !== JSON.stringify(vencimiento.prueba));
        expect(verifyProof(proof).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('rejects a date of the pause that the days do not show', () => {
    const { prueba } = valueOf(
      terminos.vencimiento({
        recibidoEn: new Date('2027-02-01T09:00:00-05:00'),
        tipo: 'PETICION',
        requerimiento: { requerido: '2027-02-08', respondido: '2027-02-22' },
      }),
    );
    expect(verifyProof(prueba).ok).toBe(true);
    for (const field of ['requerido', 'respondido', 'reanuda'] as const) {
      const pausa = { ...prueba.pausa, [field]: addDays(prueba.pausa?.[field] ?? '', 1) };
      expect(verifyProof({ ...prueba, pausa }).ok).toBe(false);
    }
    expect(verifyProof({ ...prueba, pausa: null })).toEqual({ ok: false, why: 'DAY 2027-02-09' });
  });

  it('rejects another decree for a local day, and a local day that is a holiday', () => {
    const { prueba } = valueOf(
      withLocalDays('2026-12-24').vencimiento({
        recibidoEn: new Date('2026-12-21T09:00:00-05:00'),
        tipo: 'CONGRESO',
      }),
    );
    const [local] = prueba.diasLocales;
    expect(verifyProof(prueba).ok).toBe(true);
    expect(verifyProof({ ...prueba, diasLocales: [{ ...local, decreto: 'Otro' }] }).ok).toBe(false);
    expect(verifyProof({ ...prueba, diasLocales: [] }).ok).toBe(false);
    expect(
      verifyProof({ ...prueba, diasLocales: [local, { fecha: '2026-12-25', decreto: 'Otro' }] }),
    ).toEqual({ ok: false, why: 'LOCAL_DAYS' });
  });

  it('rejects days after the last one, even when the result moves with them', () => {
    const { prueba } = valueOf(
      terminos.vencimiento({ recibidoEn: new Date('2026-02-06T09:00:00-05:00'), tipo: 'CONGRESO' }),
    );
    expect(prueba.resultado).toBe('2026-02-13');
    const saturday = { fecha: '2026-02-14', omitido: 'FIN_DE_SEMANA' };
    const longer = { ...prueba, dias: [...prueba.dias, saturday], resultado: '2026-02-14' };
    expect(verifyProof(longer)).toEqual({ ok: false, why: 'RESULT' });
  });

  it('rejects an extension past double the term (CPACA art. 14 par.) or past that of Ley 1581', () => {
    const proofOf = (tipo: 'PETICION' | 'HD_RECLAMO', prorrogaDias: number): Prueba =>
      valueOf(terminos.vencimiento({ recibidoEn: new Date('2026-02-02T09:00:00-05:00'), tipo, prorrogaDias }))
        .prueba;
    expect(verifyProof({ ...proofOf('PETICION', 15), termino: 14, prorroga: 16 })).toEqual({
      ok: false,
      why: 'EXTENSION',
    });
    expect(verifyProof({ ...proofOf('HD_RECLAMO', 8), termino: 14, prorroga: 9 })).toEqual({
      ok: false,
      why: 'EXTENSION',
    });
  });

  it('never throws, whatever it is given', () => {
    const { prueba } = valueOf(
      terminos.vencimiento({ recibidoEn: new Date('2026-02-02T09:00:00-05:00'), tipo: 'QUEJA' }),
    );
    const keys = Object.keys(prueba);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.anything(), (key, value) => {
        const verdict = verifyProof({ ...prueba, [key]: value });
        expect(verdict.ok).toBe(
          JSON.stringify(value) === JSON.stringify(prueba[key as keyof Prueba]) || isFreeText(key, value),
        );
      }),
    );
    fc.assert(fc.property(fc.anything(), (value) => expect(verifyProof(value).ok).toBe(false)));
  });
});

/** The norm's words and the names of type and calendar are told, not counted. */
const isFreeText = (key: string, value: unknown): boolean =>
  ['norma', 'tipo', 'calendario'].includes(key) && typeof value === 'string' && value !== '';
