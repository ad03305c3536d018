import { checkLocally } from '../check-locally';
import { typedToken, type TokenPayload } from '../token-payload';
import { verificationOf } from '../verification-fields';
import { finding, type Checker, type Hallazgo, type Tools } from './checker';

const TOKEN = /^[\w-]{20,}\.[\w-]{20,}$/;
const CLASE = 'constancia';

/** The verification code of a constancia, alone or with the address of its QR. */
export const tokenChecker: Checker = {
  reads: ({ texto }) => TOKEN.test(typedToken(texto)),
  async check({ texto }, { claves, subtle }) {
    const published = Object.fromEntries(claves.map(({ id, publica }) => [id, publica]));
    const checked = await checkLocally(texto, published, subtle);
    if (checked.kind === 'GOOD') return dated(checked.payload, claves);
    if (checked.kind === 'UNABLE') return finding(CLASE, 'NO_SE_PUEDE', 'SIN_CRIPTOGRAFIA');
    const { fault } = checked;
    const unknown = fault === 'UNKNOWN_KEY' || fault === 'UNKNOWN_VERSION';
    return finding(CLASE, unknown ? 'NO_SE_PUEDE' : 'NO_VALIDA', fault);
  },
};

/**
 * A constancia is signed when it is asked for, so that a new key may sign an old filing; but a retired key never signs
 * one that came after it.
 */
function dated(payload: TokenPayload, claves: Tools['claves']): Hallazgo {
  const { prueba, radicadoEn } = payload;
  const verification = verificationOf(payload, radicadoEn);
  const campos = verification.valida ? Object.entries(verification.campos) : [];
  const filas = campos.filter(([, value]) => value !== '');
  const hasta = claves.find(({ id }) => id === payload.kid)?.hasta;
  if (hasta !== undefined && radicadoEn > new Date(hasta)) {
    return finding(CLASE, 'NO_VALIDA', 'CLAVE_FUERA_DE_FECHA', { filas, prueba });
  }
  return finding(CLASE, 'VALIDA', 'BIEN', { filas, prueba, payload });
}
