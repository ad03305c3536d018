import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanFileName, cleanMediaType } from '../../../../api/base/anexos/clean-about';

describe('the name of an attachment', () => {
  it.each([
    ['carta.pdf', 'carta.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\María\\Mi carta.docx', 'Mi carta.docx'],
    ['foto\u0000\r\n.jpg', 'foto .jpg'],
    ['factura\u202efdp.exe', 'facturafdp.exe'],
    ['.bashrc', 'bashrc'],
    ['..', 'archivo'],
    ['', 'archivo'],
    ['<b>hola</b>.png', 'b .png'],
    ['a'.repeat(300) + '.pdf', 'a'.repeat(96) + '.pdf'],
    ['Petición ñoña 👍.pdf', 'Petición ñoña 👍.pdf'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanFileName(given)).toBe(kept);
  });

  it('never has a path, a control character, nor more than 100 characters, and is never empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = cleanFileName(given);
        expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(Array.from(name).length).toBeGreaterThan(0);
        expect(Array.from(name).length).toBeLessThanOrEqual(100);
        expect(cleanFileName(name)).toBe(name);
      }),
    );
  });
});

describe('the media type of an attachment', () => {
  it.each([
    ['application/pdf', 'application/pdf'],
    ['Text/HTML; charset=utf-8', 'text/html'],
    ['image/svg+xml', 'image/svg+xml'],
    ['', 'application/octet-stream'],
    ['text/html\r\nX: y', 'application/octet-stream'],
    ['pdf', 'application/octet-stream'],
  ])('%j is kept as %j', (given, kept) => {
    expect(cleanMediaType(given)).toBe(kept);
  });
});
