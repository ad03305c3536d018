import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash, randomBytes } from 'node:crypto';
import { valueOf } from '../../../api/base/kernel/result';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSigner, publicKeys } from '../../../api/base/sealing/signer';
import {
  checkAttachment,
  checkText,
  issueToken,
  verifyToken,
  type CasoToken,
} from '../../../api/constancia/token';
import { typedToken } from '../../../api/constancia/token-payload';

const keys = parseKeys(newKeyFile('AUTOGENERADA'));
const signer = createSigner(keys);
const published = publicKeys(keys);
const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

const texto = 'El alumbrado de la calle 9 está dañado hace 15 días.';
const files = (count: number): Buffer[] =>
  Array.from({ length: count }, (_, i) => Buffer.from(`${i} archivo ${i * 7919}`));
const caso = (anexos: Buffer[] = files(2)): CasoToken => ({
  entidad: 'candelaria-valle',
  recepcion: '2026-E-000123',
  radicado: '2026-E-000123',
  recibidoEn: new Date('2026-11-24T09:00:00.123-05:00'),
  radicadoEn: new Date('2026-11-24T09:00:01.456-05:00'),
  vence: '2026-12-16',
  tipo: 'RECLAMO',
  textoSha256: sha256(texto),
  anexos: anexos.map((file) => ({ sha256: sha256(file) })),
  prueba: true,
});
const token = issueToken(caso(), signer);
const flip = (bytes: Buffer, at: number): Buffer => {
  const altered = Buffer.from(bytes);
  altered.writeUInt8((bytes[at] ?? 0) ^ (1 << (at % 8)), at);
  return altered;
};

describe('the token of a constancia', () => {
  it('says the numbers, both times, the due date as issued and that it is a rehearsal', () => {
    const { anexos, textoSha256: _, ...said } = caso();
    expect(valueOf(verifyToken(token, published))).toMatchObject({ ...said, kid: signer.keyId });
    expect(valueOf(verifyToken(token, published)).anexos.cantidad).toBe(anexos.length);
  });

  it('is the same for the same case', () => {
    expect(issueToken(caso(), signer)).toBe(token);
    expect(issueToken(caso(files(2).toReversed()), signer)).toBe(token);
  });

  it('with one byte altered fails', () => {
    const bytes = Buffer.from(token);
    for (let at = 0; at < bytes.length; at += 1) {
      for (const mask of [1, 2, 32]) {
        const altered = Buffer.from(bytes);
        altered.writeUInt8((bytes[at] ?? 0) ^ mask, at);
        expect(verifyToken(altered.toString('latin1'), published).ok).toBe(false);
      }
    }
  });

  it('with bytes added, removed or replaced by anything fails', () => {
    fc.assert(
      fc.property(
        fc.nat(token.length),
        fc.nat(5),
        fc.string({ unit: 'binary', maxLength: 5 }),
        (at, removed, added) => {
          const altered = token.slice(0, at) + added + token.slice(at + removed);
          fc.pre(altered !== token);
          expect(verifyToken(altered, published).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['', 'MALFORMED'],
    ['x.y', 'MALFORMED'],
    [token.split('.')[0] ?? '', 'MALFORMED'],
    [`${token}.x`, 'MALFORMED'],
    [`${'A'.repeat(5_000)}.${token.split('.')[1]}`, 'MALFORMED'],
    [`${Buffer.from('{"v":2}').toString('base64url')}.${token.split('.')[1]}`, 'UNKNOWN_VERSION'],
    [`${Buffer.from('{"v":1,"k":"x"}').toString('base64url')}.${token.split('.')[1]}`, 'MALFORMED'],
    [`${token.split('.')[0]}.${Buffer.alloc(64).toString('base64url')}`, 'BAD_SIGNATURE'],
  ])('is told apart from what is not one: %#', (text, fault) => {
    expect(verifyToken(text, published)).toEqual({ ok: false, failure: fault });
  });

  it('of another installation is of an unknown key, even if it names ours', () => {
    const other = createSigner(parseKeys(newKeyFile('PROPIA')));
    expect(verifyToken(issueToken(caso(), other), published)).toMatchObject({ failure: 'UNKNOWN_KEY' });
    const forged = issueToken(caso(), { ...other, keyId: signer.keyId });
    expect(verifyToken(forged, published)).toMatchObject({ failure: 'BAD_SIGNATURE' });
  });

  it('still verifies after the signing key rotates', () => {
    const rotated = { ...keys, firma: [...keys.firma, ...parseKeys(newKeyFile('PROPIA')).firma] as const };
    const next = { ...rotated, firma: [keys.firma[0], ...rotated.firma.slice(1)] as const };
    expect(verifyToken(token, publicKeys(next)).ok).toBe(true);
    expect(createSigner(next).keyId).not.toBe(signer.keyId);
  });

  it('cannot be replaced by something else that the same key signed', () => {
    const encoded = token.split('.')[0] ?? '';
    const bare = `${encoded}.${signer.sign(encoded).toString('base64url')}`;
    expect(verifyToken(bare, published)).toMatchObject({ failure: 'BAD_SIGNATURE' });
  });

  it('holds no name, no text and no file name', () => {
    const payload = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();
    expect(payload).not.toMatch(/alumbrado|archivo|nombre/);
    expect(Object.keys(JSON.parse(payload) as object).join('')).toBe('acdefknprtvy');
  });

  it('fits a QR that a phone reads: 900 bytes at most, however many files', () => {
    for (const count of [0, 1, 5, 6, 300]) {
      expect(issueToken(caso(files(count)), signer).length).toBeLessThanOrEqual(900);
    }
  });

  it('is found in the address of the QR and with line breaks inside', () => {
    expect(typedToken(`https://pueblo.gov.co/verificar#${token}`)).toBe(token);
    expect(typedToken(` ${token.slice(0, 50)}\r\n${token.slice(50)}\n`)).toBe(token);
  });
});

describe('the text and the files of a constancia', () => {
  it('are recognised byte by byte', () => {
    const payload = valueOf(verifyToken(token, published));
    expect(checkText(payload, texto)).toBe(true);
    const bytes = Buffer.from(texto);
    for (let at = 0; at < bytes.length; at += 1) expect(checkText(payload, flip(bytes, at))).toBe(false);
    expect(checkText(payload, `${texto} `)).toBe(false);
    for (const file of files(2)) {
      expect(checkAttachment(payload, file)).toBe(true);
      for (let at = 0; at < file.length; at += 1)
        expect(checkAttachment(payload, flip(file, at))).toBe(false);
    }
  });

  it('of a long list are recognised with the list that the constancia prints', () => {
    const many = files(9);
    const payload = valueOf(verifyToken(issueToken(caso(many), signer), published));
    const lista = many.map(sha256);
    const [first = Buffer.alloc(0)] = many;
    expect(payload.anexos.cantidad).toBe(9);
    for (const file of many) expect(checkAttachment(payload, file, lista.toReversed())).toBe(true);
    expect(checkAttachment(payload, flip(first, 0), lista)).toBe(false);
    expect(checkAttachment(payload, first)).toBe(false);
    expect(checkAttachment(payload, first, lista.slice(1))).toBe(false);
    expect(checkAttachment(payload, first, [...lista.slice(1), sha256(randomBytes(9))])).toBe(false);
  });

  it('whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), fc.uint8Array(), (text, one, other) => {
        const issued = issueToken({ ...caso([Buffer.from(one)]), textoSha256: sha256(text) }, signer);
        const payload = valueOf(verifyToken(issued, published));
        expect(checkText(payload, text)).toBe(true);
        expect(checkAttachment(payload, one)).toBe(true);
        expect(checkAttachment(payload, other)).toBe(Buffer.from(one).equals(other));
      }),
    );
  });
});
