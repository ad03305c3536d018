import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commit, verifyCommitment } from '../../../../api/base/sealing/commitment';
import { newKeyFile, parseKeys, type Keys } from '../../../../api/base/sealing/keys';
import { createSealing, SEALED_FORMAT } from '../../../../api/base/sealing/sealing';

const newKeys = (): Keys => parseKeys(newKeyFile('AUTOGENERADA'));
const keys = newKeys();
const sealing = createSealing(keys);

describe('sealed values', () => {
  it('open to exactly what was sealed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const sealed = sealing.seal(value, 'pqrsd.nombre');
        expect(sealed).toMatch(SEALED_FORMAT);
        expect(sealing.open(sealed, 'pqrsd.nombre')).toBe(value);
      }),
    );
  });

  it('never look alike, although the value is the same', () => {
    expect(sealing.seal('María', 'a')).not.toBe(sealing.seal('María', 'a'));
  });

  it('do not open in another context', () => {
    const sealed = sealing.seal('31415926', 'pqrsd.documento');
    expect(() => sealing.open(sealed, 'pqrsd.telefono')).toThrow('unable to authenticate');
  });

  it('do not open with one byte altered', () => {
    const sealed = sealing.seal('Calle 9', 'x');
    const start = sealed.lastIndexOf('.') + 1;
    const bytes = Buffer.from(sealed.slice(start), 'base64url');
    for (let i = 0; i < bytes.length; i += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8((altered[i] ?? 0) ^ 1, i);
      expect(() => sealing.open(sealed.slice(0, start) + altered.toString('base64url'), 'x')).toThrow(
        'unable to authenticate',
      );
    }
  });

  it('do not open with the keys of another installation', () => {
    const sealed = sealing.seal('María', 'x');
    expect(() => createSealing(newKeys()).open(sealed, 'x')).toThrow('no sealing key');
  });

  it('still open after a rotation, which seals with the new key', () => {
    const old = sealing.seal('María', 'x');
    const next = createSealing({ ...keys, sellado: [...keys.sellado, ...newKeys().sellado] });
    expect(next.open(old, 'x')).toBe('María');
    const sealed = next.seal('María', 'x');
    expect(sealed.split('.')[1]).not.toBe(old.split('.')[1]);
    expect(next.open(sealed, 'x')).toBe('María');
  });

  it.each(['', 'María', 's1.', 's1.abc.def', 's2.AAAAAAAAAAA.' + 'A'.repeat(40)])(
    'are refused when they do not have the format: %j',
    (text) => {
      expect(() => sealing.open(text, 'x')).toThrow('not a sealed value');
    },
  );
});

describe('blind indexes', () => {
  it('give the same hash for the same value and purpose, and unrelated ones for others', () => {
    expect(sealing.blind('3001234567', 'telefono')).toBe(sealing.blind('3001234567', 'telefono'));
    expect(sealing.blind('3001234567', 'telefono')).not.toBe(sealing.blind('3001234567', 'correo'));
    expect(sealing.blind('3001234567', 'telefono')).not.toBe(sealing.blind('3001234568', 'telefono'));
    expect(sealing.blind('3001234567', 'telefono')).not.toBe(
      createSealing(newKeys()).blind('3001234567', 'telefono'),
    );
  });
});

describe('commitments', () => {
  it('verify for their value and for no other', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, other) => {
        const made = commit(value);
        expect(verifyCommitment(value, made)).toBe(true);
        expect(verifyCommitment(other, made)).toBe(value === other);
      }),
    );
  });

  it('to one value differ each time, so that events do not reveal who repeats', () => {
    expect(commit('María').sello).not.toBe(commit('María').sello);
  });

  it('with a cut or foreign seal do not verify', () => {
    const made = commit('María');
    expect(verifyCommitment('María', { ...made, sello: made.sello.slice(0, 10) })).toBe(false);
    expect(verifyCommitment('María', { ...made, sal: commit('María').sal })).toBe(false);
  });
});
