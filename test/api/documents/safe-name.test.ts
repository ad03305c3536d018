import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodePath, encodePath } from '../../../api/documents/carpeta/bag';
import { neutralName, safeName } from '../../../api/documents/safe-name';

describe('the name of a file in a package', () => {
  it.each([
    ['foto del poste.jpg', '01-foto del poste.jpg'],
    ['../../etc/passwd', '01-.._.._etc_passwd'],
    ['CON', '01-CON'],
    ['a:b*c?.pdf', '01-a_b_c_.pdf'],
    ['punto. . .', '01-punto'],
    ['', '01-archivo'],
    ['.pdf', '01-archivo.pdf'],
    ['100%.txt', '01-100_.txt'],
    ['fo\u202Egpj.exe', '01-fo_gpj.exe'],
  ])('%j is %j', (given, expected) => {
    expect(safeName(1, given)).toBe(expected);
  });

  it('is accepted by Windows and Linux whatever the person named it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 1, max: 99 }),
        (name, order) => {
          const safe = safeName(order, name);
          expect(safe).toMatch(/^\d\d-[^<>:"/\\|?*%\p{Cc}]+$/u);
          expect(safe).not.toMatch(/[. ]$/);
          expect(safe.isWellFormed()).toBe(true);
          expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(255);
        },
      ),
    );
  });

  it('keeps only its kind when it may say nothing', () => {
    expect(neutralName(2, 'cedula de Rosalba.PDF')).toBe('02-archivo.pdf');
    expect(neutralName(2, 'Rosalba')).toBe('02-archivo');
  });
});

describe('a path in a manifest', () => {
  it('comes back as it was (RFC 8493, 2.1.3)', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '%', '\r', '\n', '2', '5', '0', 'A', 'D') }),
        (path) => {
          expect(encodePath(path)).not.toMatch(/[\r\n]/);
          expect(decodePath(encodePath(path))).toBe(path);
        },
      ),
    );
  });
});
