import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Signer } from '../../../api/base/sealing/signer';
import { issueCertificado, verifyCertificado } from '../../../api/interrupciones/certificado';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const keys = new Map([['k1', publicKey]]);
const signer: Signer = { keyId: 'k1', sign: (message) => sign(null, Buffer.from(message), privateKey) };

const FACTS = {
  entidad: 'candelaria',
  id: 'mid7n3cw-detenido',
  causa: 'DETENIDO',
  desde: new Date('2026-11-24T14:00:00.123Z'),
  hasta: new Date('2026-11-24T14:20:00Z'),
  expedidoEn: new Date('2026-11-25T00:00:00Z'),
  prueba: true,
} as const;

describe('the certificate of an interruption', () => {
  it('says the exact interval, its cause, when it was issued and that it is a rehearsal', () => {
    const token = issueCertificado(FACTS, signer);
    expect(verifyCertificado(token, keys)).toEqual({ ok: true, value: { ...FACTS, kid: 'k1' } });
  });

  it('of one that lasts has no end', () => {
    const { hasta: _, ...lasting } = FACTS;
    const verified = verifyCertificado(issueCertificado(lasting, signer), keys);
    expect(verified).toEqual({ ok: true, value: { ...lasting, kid: 'k1' } });
  });

  it('is not believed when any of its letters changed', () => {
    const token = issueCertificado(FACTS, signer);
    for (let at = 0; at < token.length - 1; at++) {
      const altered = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
      expect(verifyCertificado(altered, keys).ok).toBe(false);
    }
  });

  it('is not taken from a key that is not ours, nor a constancia for one', () => {
    const token = issueCertificado(FACTS, signer);
    expect(verifyCertificado(token, new Map())).toEqual({ ok: false, failure: 'UNKNOWN_KEY' });
    const [encoded = ''] = token.split('.');
    const asConstancia = `${encoded}.${signer.sign(`constancia/1:${encoded}`).toString('base64url')}`;
    expect(verifyCertificado(asConstancia, keys)).toEqual({ ok: false, failure: 'BAD_SIGNATURE' });
    expect(verifyCertificado('hola', keys)).toEqual({ ok: false, failure: 'MALFORMED' });
  });

  it('is read as it was pasted, with its line breaks', () => {
    const token = issueCertificado(FACTS, signer);
    expect(verifyCertificado(` ${token.slice(0, 40)}\n${token.slice(40)} `, keys).ok).toBe(true);
  });
});
