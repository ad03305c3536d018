import { createHash } from 'node:crypto';
import type { Keys } from '../../api/base/sealing/keys';
import { createSigner } from '../../api/base/sealing/signer';
import { issueToken } from '../../api/constancia/token';

export const TEXTO = 'La lámpara está dañada.\nGracias 🙏';
export const ANEXO = 'contenido de la carta';
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The token of a petition filed at an instant, signed by the last of these keys. */
export const sampleToken = (keys: Keys, radicadoEn: Date): string =>
  issueToken(
    {
      entidad: 'candelaria-valle',
      recepcion: '2026-E-000123',
      recibidoEn: radicadoEn,
      radicadoEn,
      vence: '2026-12-16',
      tipo: 'RECLAMO',
      textoSha256: sha256(TEXTO),
      anexos: [{ sha256: sha256(ANEXO) }],
      prueba: true,
    },
    createSigner(keys),
  );
