import { describe, expect, it } from '@jest/globals';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSigner, publicKeys } from '../../../api/base/sealing/signer';
import { issueToken, type CasoToken } from '../../../api/constancia/token';
import { verification } from '../../../api/constancia/verify';

const keys = parseKeys(newKeyFile('AUTOGENERADA'));
const published = publicKeys(keys);
const caso: CasoToken = {
  entidad: 'candelaria-valle',
  recepcion: '2026-E-000123',
  recibidoEn: new Date('2026-11-24T15:04:00-05:00'),
  radicadoEn: new Date('2026-11-24T15:05:00-05:00'),
  vence: '2026-12-16',
  tipo: 'DENUNCIA',
  textoSha256: 'ab'.repeat(32),
  anexos: [{ sha256: 'cd'.repeat(32) }],
  prueba: false,
};
const verify = (changes: Partial<CasoToken>, now = '2026-11-25T08:00:00-05:00') =>
  verification(issueToken({ ...caso, ...changes }, createSigner(keys)), published, new Date(now));

describe('the verification of a constancia', () => {
  it('shows numbers, both times, the due date in words and how many files; nothing else', () => {
    expect(verify({ radicado: 'EXT-77' })).toEqual({
      valida: true,
      prueba: false,
      fechaCumplida: false,
      campos: {
        recepcion: '2026-E-000123',
        radicado: 'EXT-77',
        recibido: 'martes, 24 de noviembre de 2026, 3:04 p. m.',
        radicadoEn: 'martes, 24 de noviembre de 2026, 3:05 p. m.',
        vence: 'miércoles, 16 de diciembre de 2026',
        anexos: '1',
        clave: createSigner(keys).keyId,
      },
    });
  });

  it('repeats that a rehearsal has no official validity', () => {
    expect(verify({ prueba: true })).toMatchObject({ valida: true, prueba: true });
  });

  it('tells that the due date is past from the day after it, in Colombia', () => {
    expect(verify({}, '2026-12-16T23:59:59-05:00')).toMatchObject({ fechaCumplida: false });
    expect(verify({}, '2026-12-17T00:00:00-05:00')).toMatchObject({ fechaCumplida: true });
  });

  it('tells why a token is not good', () => {
    expect(verification('hola', published, new Date(0))).toEqual({ valida: false, motivo: 'MALFORMED' });
    expect(verification(issueToken(caso, createSigner(keys)), new Map(), new Date(0))).toEqual({
      valida: false,
      motivo: 'UNKNOWN_KEY',
    });
  });
});
