import { valueOf } from '../../api/base/kernel/result';
import { newKeyFile, parseKeys, type Keys } from '../../api/base/sealing/keys';
import { createSigner } from '../../api/base/sealing/signer';
import { sha256 } from '../../api/comunicaciones/book-chain';
import { inclusionProof, type PruebaInclusion } from '../../api/comunicaciones/sello/inclusion-proof';
import {
  rootOfSello,
  signedText,
  SIN_SELLO_ANTERIOR,
  type Sello,
} from '../../api/comunicaciones/sello/sello';

const EN = new Date('2026-11-25T05:05:00Z');

/** A seal over `count` communications, and the proof that it covers the one in `position`. */
export function sampleInclusion(
  count = 5,
  position = 2,
  keys: Keys = parseKeys(newKeyFile('AUTOGENERADA')),
  selladoEn = EN,
): { readonly prueba: PruebaInclusion; readonly keys: Keys } {
  const signer = createSigner(keys);
  const hojas = Array.from({ length: count }, (_, index) => ({
    id: `caso-${index}`,
    version: 1,
    recepcion: `2026-E-${String(index + 1).padStart(6, '0')}`,
    hash: sha256(`evento ${index}`),
  }));
  const header = {
    entidad: 'candelaria-valle',
    libro: 'PRUEBA' as const,
    n: 1,
    desde: '2026-11-24' as const,
    dia: '2026-11-24' as const,
    anterior: SIN_SELLO_ANTERIOR,
  };
  const body = { ...header, cuenta: count, raiz: rootOfSello(header, hojas), selladoEn };
  const sello: Sello = {
    ...body,
    kid: signer.keyId,
    firma: signer.sign(signedText(body)).toString('base64url'),
    esquema: 1,
    hojas,
    porAplicar: false,
    envio: { estado: 'PENDIENTE_DECISION', intentos: 0, en: selladoEn, posibleRepeticion: false },
  };
  return { prueba: valueOf(inclusionProof(sello, hojas[position]?.recepcion ?? '')), keys };
}
