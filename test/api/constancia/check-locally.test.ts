import { describe, expect, it } from '@jest/globals';
import { createHash, webcrypto } from 'node:crypto';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSigner, publicKeys, publishedKeys } from '../../../api/base/sealing/signer';
import { checkLocally, compareFiles, compareText, type Subtle } from '../../../api/constancia/check-locally';
import { issueToken, verifyToken, type CasoToken } from '../../../api/constancia/token';
import type { TokenPayload } from '../../../api/constancia/token-payload';

const keys = parseKeys(newKeyFile('AUTOGENERADA'));
const published = publishedKeys(keys);
const subtle: Subtle = webcrypto.subtle;
const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');
const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

const texto = 'La lámpara está dañada.\nGracias 🙏';
const caso = (files: string[]): CasoToken => ({
  entidad: 'candelaria-valle',
  recepcion: '2026-E-000123',
  recibidoEn: new Date('2026-11-24T15:04:00-05:00'),
  radicadoEn: new Date('2026-11-24T15:05:00-05:00'),
  vence: '2026-12-16',
  tipo: 'RECLAMO',
  textoSha256: sha256(texto),
  anexos: files.map((file) => ({ sha256: sha256(file) })),
  prueba: true,
});
const token = issueToken(caso(['uno', 'dos']), createSigner(keys));

async function payloadOf(files: string[]): Promise<TokenPayload> {
  const checked = await checkLocally(issueToken(caso(files), createSigner(keys)), published, subtle);
  if (checked.kind !== 'GOOD') throw new Error('expected a good token');
  return checked.payload;
}

describe('the check in the browser', () => {
  it('says the same as the server, of good tokens and of altered ones', async () => {
    const altered = Array.from({ length: token.length }, (_, at) => {
      const other = Buffer.from(token);
      other.writeUInt8((other[at] ?? 0) ^ 1, at);
      return other.toString('latin1');
    });
    const foreign = issueToken(caso([]), createSigner(parseKeys(newKeyFile('PROPIA'))));
    for (const text of [token, foreign, '', ...altered.filter((one) => !/[\s#]/.test(one))]) {
      const server = verifyToken(text, publicKeys(keys));
      const here = await checkLocally(text, published, subtle);
      expect(here).toEqual(
        server.ok ? { kind: 'GOOD', payload: server.value } : { kind: 'BAD', fault: server.failure },
      );
    }
  });

  it('leaves to the server what this browser cannot do', async () => {
    expect(await checkLocally(token, published, undefined)).toEqual({ kind: 'UNABLE' });
    const old: Subtle = {
      importKey: () => Promise.reject(new Error('NotSupportedError')),
      verify: () => Promise.reject(new Error('NotSupportedError')),
      digest: () => Promise.reject(new Error('NotSupportedError')),
    };
    expect(await checkLocally(token, published, old)).toEqual({ kind: 'UNABLE' });
  });

  it('takes no key from the names that every object has', async () => {
    const signer = { ...createSigner(keys), keyId: 'constructor' };
    const forged = issueToken(caso([]), signer);
    expect(await checkLocally(forged, published, subtle)).toEqual({ kind: 'BAD', fault: 'UNKNOWN_KEY' });
  });
});

describe('the comparison in the browser', () => {
  it('tells whether a text is the one filed', async () => {
    const payload = await payloadOf([]);
    expect(await compareText(payload, texto, subtle)).toBe('TEXTO_IGUAL');
    expect(await compareText(payload, `${texto} `, subtle)).toBe('TEXTO_DISTINTO');
  });

  it('tells of each file whether it was filed, or is the text', async () => {
    const payload = await payloadOf(['uno', 'dos']);
    expect(await compareFiles(payload, [bytes('dos'), bytes('tres'), bytes(texto)], subtle)).toEqual([
      'ARCHIVO_IGUAL',
      'ARCHIVO_DISTINTO',
      'ARCHIVO_ES_TEXTO',
    ]);
  });

  it('with more than five files tells of all together, in any order', async () => {
    const files = ['1', '2', '3', '4', '5', '6'];
    const payload = await payloadOf(files);
    const chosen = files.map(bytes);
    expect(await compareFiles(payload, chosen.toReversed(), subtle)).toEqual(['CONJUNTO_IGUAL']);
    expect(await compareFiles(payload, chosen.slice(1), subtle)).toEqual(['CONJUNTO_DISTINTO']);
    expect(await compareFiles(payload, [...chosen, bytes('7')], subtle)).toEqual(['CONJUNTO_DISTINTO']);
    expect(await compareFiles(payload, [bytes(texto)], subtle)).toEqual(['ARCHIVO_ES_TEXTO']);
  });
});
