import { describe, expect, it } from '@jest/globals';
import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { valueOf } from '../../../../api/base/kernel/result';
import { newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';
import { datedKeys } from '../../../../api/base/sealing/signer';
import { verifyInclusion } from '../../../../api/comunicaciones/sello/inclusion-proof';
import { check } from '../../../../api/constancia/verificador/checkers';
import { rootOfProof } from '../../../../api/constancia/verificador/root-of-proof';
import { createTerminos } from '../../../../api/terminos/terminos';
import { loadLegal } from '../../../../content/load-legal';
import { datedTown } from '../../../fakes/dated-keys';
import { CONTENT_DIR } from '../../../fakes/pqrsd-office';
import { realTexts } from '../../../fakes/real-texts';
import { sampleInclusion } from '../../../fakes/sample-inclusion';
import { sampleToken } from '../../../fakes/sample-token';

const started = new Date('2026-01-01T05:00:00Z');
const changed = new Date('2026-12-01T05:00:00Z');
const before = new Date('2026-11-24T20:00:00Z');
const after = new Date('2026-12-10T20:00:00Z');
const { keys, retired } = datedTown(started, changed);
const { subtle } = webcrypto;
const tools = { claves: datedKeys(keys), subtle };
const say = realTexts('verificador', 'constancia');

async function verdict(given: string | object, more: Partial<typeof tools> | { subtle: undefined } = {}) {
  const found = await check(typeof given === 'string' ? given : JSON.stringify(given), {
    ...tools,
    ...more,
  });
  // Every finding has its words.
  expect(say(`verificador.${found.clase}.${found.motivo}`, found.detalle)).not.toBe('');
  return `${found.veredicto} ${found.motivo}`;
}

describe('the published keys', () => {
  it('tell from when to when each one signs: until the next, unless it has an end of its own', () => {
    const [old, now] = datedKeys(keys);
    expect(old).toMatchObject({ desde: started.toISOString(), hasta: changed.toISOString() });
    expect(now).toMatchObject({ desde: changed.toISOString(), hasta: undefined });
  });

  it('without dates, as older installations have them, bind to nothing', async () => {
    const older = parseKeys(newKeyFile('PROPIA'));
    expect(datedKeys(older)[0]).toMatchObject({ desde: undefined, hasta: undefined });
    expect(await verdict(sampleToken(older, after), { claves: datedKeys(older) })).toBe('VALIDA BIEN');
  });
});

describe('a constancia token', () => {
  it('holds by the key in force and by an old key within its dates', async () => {
    expect(await verdict(sampleToken(keys, after))).toBe('VALIDA BIEN');
    expect(await verdict(sampleToken(retired, before))).toBe('VALIDA BIEN');
    expect(await verdict(`https://x.gov.co/verificar#${sampleToken(retired, before)}`)).toBe('VALIDA BIEN');
  });

  it('of an old filing drawn again with the new key holds', async () => {
    expect(await verdict(sampleToken(keys, before))).toBe('VALIDA BIEN');
  });

  it('signed by a retired key for a filing after it does not hold', async () => {
    expect(await verdict(sampleToken(retired, after))).toBe('NO_VALIDA CLAVE_FUERA_DE_FECHA');
  });

  it('with one letter changed does not hold, wherever it is', async () => {
    const token = sampleToken(keys, after);
    for (const at of Array.from({ length: token.length }, (_, i) => i).filter((i) => i % 7 === 0)) {
      const letter = token[at] === 'A' ? 'B' : 'A';
      const altered = token.slice(0, at) + letter + token.slice(at + 1);
      expect(await verdict(altered)).not.toMatch(/^VALIDA/);
    }
  });

  it('by a key that is not in the list cannot be checked', async () => {
    const other = parseKeys(newKeyFile('PROPIA'));
    expect(await verdict(sampleToken(other, after))).toBe('NO_SE_PUEDE UNKNOWN_KEY');
  });

  it('cannot be checked where there is no cryptography', async () => {
    expect(await verdict(sampleToken(keys, after), { subtle: undefined })).toBe(
      'NO_SE_PUEDE SIN_CRIPTOGRAFIA',
    );
  });
});

describe('a proof of a due date', () => {
  const terminos = createTerminos(valueOf(loadLegal(CONTENT_DIR)));
  const { prueba } = valueOf(
    terminos.vencimiento({ recibidoEn: before, tipo: 'RECLAMO', politica: 'STRICT' }),
  );

  it('holds when its days do, and says its dates in words', async () => {
    const found = await check(JSON.stringify(prueba), tools);
    expect(found).toMatchObject({ veredicto: 'VALIDA', clase: 'termino' });
    expect(found.filas).toContainEqual(['resultado', 'miércoles, 16 de diciembre de 2026']);
  });

  it('altered in a day, in its result or in its shape does not hold, and says why', async () => {
    const dias = prueba.dias.map((dia, index) => (index === 3 ? { ...dia, cuenta: 99 } : dia));
    expect(await verdict({ ...prueba, dias })).toBe('NO_VALIDA DAY');
    expect(await verdict({ ...prueba, resultado: '2026-12-17' })).toBe('NO_VALIDA RESULT');
    expect(await verdict({ ...prueba, otra: 1 })).toBe('NO_VALIDA SHAPE');
  });
});

describe('a proof of inclusion in a seal', () => {
  it('holds by the key that was in force when the seal was made, and by no other date', async () => {
    expect(await verdict(sampleInclusion(5, 2, keys, after).prueba)).toBe('VALIDA BIEN');
    expect(await verdict(sampleInclusion(5, 2, retired, before).prueba)).toBe('VALIDA BIEN');
    expect(await verdict(sampleInclusion(5, 2, keys, before).prueba)).toBe('NO_VALIDA CLAVE_FUERA_DE_FECHA');
    expect(await verdict(sampleInclusion(5, 2, retired, after).prueba)).toBe(
      'NO_VALIDA CLAVE_FUERA_DE_FECHA',
    );
  });

  it('altered does not hold', async () => {
    const { prueba } = sampleInclusion(5, 2, keys, after);
    expect(await verdict({ ...prueba, recepcion: '2026-E-000999' })).toBe('NO_VALIDA RAIZ');
    expect(await verdict({ ...prueba, camino: prueba.camino.slice(1) })).toBe('NO_VALIDA RAIZ');
    expect(await verdict({ ...prueba, indice: -1 })).toBe('NO_VALIDA MALFORMED');
    const dia = { ...prueba, sello: { ...prueba.sello, dia: '2026-11-25' } };
    expect(await verdict(dia)).toBe('NO_VALIDA BAD_SIGNATURE');
    const firma = { ...prueba, sello: { ...prueba.sello, firma: '' } };
    expect(await verdict(firma)).toBe('NO_VALIDA BAD_SIGNATURE');
  });

  it('by a key that is not in the list cannot be checked', async () => {
    expect(await verdict(sampleInclusion().prueba)).toBe('NO_SE_PUEDE UNKNOWN_KEY');
  });

  it('leads where the program that makes it says, for any tree and any change of its path', async () => {
    const size = fc.integer({ min: 1, max: 40 });
    const arbitrary = fc.tuple(size, fc.nat(), fc.nat(45), fc.option(fc.nat(6), { nil: undefined }));
    await fc.assert(
      fc.asyncProperty(arbitrary, async ([count, position, indice, drop]) => {
        const { prueba } = sampleInclusion(count, position % count, keys, after);
        const moved = drop === undefined ? prueba : { ...prueba, indice };
        const camino = moved.camino.filter((_, at) => at !== drop);
        const proof = { ...moved, camino, libro: prueba.sello.libro };
        const leads = (await rootOfProof(proof, subtle)) === prueba.sello.raiz;
        expect(leads).toBe(verifyInclusion(proof));
      }),
      { numRuns: 150 },
    );
  });
});

describe('anything else', () => {
  it.each([
    ['', 'VACIO'],
    ['hola', 'NO_RECONOCIDO'],
    ['{"a":1}', 'NO_RECONOCIDO'],
    ['[1]', 'NO_RECONOCIDO'],
    ['null', 'NO_RECONOCIDO'],
  ])('(%s) cannot be checked, and is never a fault of the verifier', async (given, why) => {
    expect(await verdict(given)).toBe(`NO_SE_PUEDE ${why}`);
  });

  it('of whatever shape gives a verdict', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (given) => {
        expect(await verdict(given)).toMatch(/^NO_/);
      }),
    );
  });
});
