import { canonicalJson } from '../../base/kernel/canonical-json';
import { instantInWords } from '../../base/kernel/local-date';
import { decodeBase64url } from '../base64url';
import type { Subtle } from '../check-locally';
import { finding, type Checker, type Tools } from './checker';
import { fieldsOf } from './fields-of';
import { inWords } from './in-words';
import { rootOfProof, type InclusionProof } from './root-of-proof';

const CLASE = 'sello';
/** What a seal signs, besides its key and its signature. */
const SIGNED = ['entidad', 'libro', 'n', 'desde', 'dia', 'anterior', 'cuenta', 'raiz', 'selladoEn'] as const;

/** That a petition is under a daily seal of the book of radicados. */
export const inclusionChecker: Checker = {
  reads: ({ json }) => fieldsOf(json).has('camino'),
  async check({ json }, { claves, subtle }) {
    const proof = parse(json);
    if (!proof) return finding(CLASE, 'NO_VALIDA', 'MALFORMED');
    if (!subtle) return finding(CLASE, 'NO_SE_PUEDE', 'SIN_CRIPTOGRAFIA');
    const { inclusion, sello } = proof;
    const prueba = sello.get('libro') === 'PRUEBA';
    const filas = rowsOf(inclusion.recepcion, sello);
    if ((await rootOfProof(inclusion, subtle)) !== sello.get('raiz')) {
      return finding(CLASE, 'NO_VALIDA', 'RAIZ', { prueba });
    }
    const fault = await signatureFault(sello, claves, subtle);
    if (!fault) return finding(CLASE, 'VALIDA', 'BIEN', { filas, prueba });
    const unable = fault === 'UNKNOWN_KEY' || fault === 'SIN_CRIPTOGRAFIA';
    return finding(CLASE, unable ? 'NO_SE_PUEDE' : 'NO_VALIDA', fault, { prueba });
  },
};

type Fields = ReadonlyMap<string, unknown>;
type SealFault = 'UNKNOWN_KEY' | 'BAD_SIGNATURE' | 'CLAVE_FUERA_DE_FECHA' | 'SIN_CRIPTOGRAFIA';

const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function parse(json: unknown): { inclusion: InclusionProof; sello: Fields } | undefined {
  const fields = fieldsOf(json);
  const sello = fieldsOf(fields.get('sello'));
  const [recepcion, hash, indice, hojas, camino] = ['recepcion', 'hash', 'indice', 'hojas', 'camino'].map(
    (name) => fields.get(name),
  );
  const libro = sello.get('libro');
  if (!isText(recepcion) || !isText(hash) || !isText(libro) || !isCount(indice) || !isCount(hojas)) return;
  if (!Array.isArray(camino) || camino.length > 64 || !camino.every(isText)) return;
  if (hojas !== Number(sello.get('cuenta')) + 1) return;
  if (Number.isNaN(Date.parse(String(sello.get('selladoEn'))))) return;
  if (!SIGNED.every((name) => isText(sello.get(name)) || isCount(sello.get(name)))) return;
  return { inclusion: { recepcion, libro, hash, indice, hojas, camino }, sello };
}

async function signatureFault(
  sello: Fields,
  claves: Tools['claves'],
  subtle: Subtle,
): Promise<SealFault | undefined> {
  const key = claves.find(({ id }) => id === sello.get('kid'));
  const raw = key && decodeBase64url(key.publica);
  if (!raw) return 'UNKNOWN_KEY';
  const signature = decodeBase64url(String(sello.get('firma')));
  const signed = Object.fromEntries(SIGNED.map((name) => [name, sello.get(name)]));
  const message = new TextEncoder().encode(canonicalJson(signed));
  try {
    const publica = await subtle.importKey('raw', raw, { name: 'Ed25519' }, false, ['verify']);
    if (!signature || !(await subtle.verify({ name: 'Ed25519' }, publica, signature, message))) {
      return 'BAD_SIGNATURE';
    }
  } catch {
    return 'SIN_CRIPTOGRAFIA';
  }
  // The seal says when it was signed.
  const made = new Date(String(sello.get('selladoEn'))).getTime();
  const early = key.desde !== undefined && made < Date.parse(key.desde);
  const late = key.hasta !== undefined && made > Date.parse(key.hasta);
  return early || late ? 'CLAVE_FUERA_DE_FECHA' : undefined;
}

const rowsOf = (recepcion: string, sello: Fields): (readonly [string, string])[] => [
  ['recepcion', recepcion],
  ['n', String(sello.get('n'))],
  ['dia', inWords(String(sello.get('dia')))],
  ['selladoEn', instantInWords(new Date(String(sello.get('selladoEn'))))],
  ['cuenta', String(sello.get('cuenta'))],
  ['raiz', String(sello.get('raiz'))],
  ['clave', String(sello.get('kid'))],
];
