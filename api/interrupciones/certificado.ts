import { verify } from 'node:crypto';
import { z } from 'zod';
import { err, ok, type Result } from '../base/kernel/result';
import type { PublicKeys, Signer } from '../base/sealing/signer';
import { canonicalJson } from '../comunicaciones/book-chain';
import { CAUSAS, type Interrupcion } from './interrupcion';

/** What a certificate of interruption says. */
export interface Certificado extends Pick<Interrupcion, 'id' | 'causa' | 'desde' | 'hasta'> {
  readonly entidad: string;
  /** When it was issued; with no end, it still lasted then. */
  readonly expedidoEn: Date;
  /** Issued before the town's go-live: it has no official validity. */
  readonly prueba: boolean;
  /** Id of the key that signed it. */
  readonly kid: string;
}

const instant = z
  .int()
  .min(0)
  .max(8.64e15)
  .transform((ms) => new Date(ms));

/** With the one-letter names of a constancia: v version, k key, e town, i id, c cause, d from, h to, x issued, p 1 in rehearsal. */
const wire = z.strictObject({
  v: z.literal(1),
  k: z.string().min(1),
  e: z.string().min(1),
  i: z.string().min(1),
  c: z.enum(CAUSAS),
  d: instant,
  h: instant.optional(),
  x: instant,
  p: z.literal(1).optional(),
});

/** What is signed. The prefix keeps a signature made for something else from passing as one of these. */
const signedMessage = (encoded: string): string => `interrupcion/1:${encoded}`;

const MAX_LENGTH = 2_048;

/** The certificate's token: base64url of a canonical JSON, a dot, and the Ed25519 signature in base64url. */
export function issueCertificado(facts: Omit<Certificado, 'kid'>, signer: Signer): string {
  const encoded = Buffer.from(
    canonicalJson({
      v: 1,
      k: signer.keyId,
      e: facts.entidad,
      i: facts.id,
      c: facts.causa,
      d: facts.desde.getTime(),
      h: facts.hasta?.getTime(),
      x: facts.expedidoEn.getTime(),
      ...(facts.prueba && { p: 1 }),
    }),
  ).toString('base64url');
  return `${encoded}.${signer.sign(signedMessage(encoded)).toString('base64url')}`;
}

export type FallaCertificado = 'MALFORMED' | 'UNKNOWN_KEY' | 'BAD_SIGNATURE';

/** What a token says, once its signature by one of our keys is verified. Spaces and line breaks in it do not count. */
export function verifyCertificado(typed: string, keys: PublicKeys): Result<Certificado, FallaCertificado> {
  const token = typed.replaceAll(/\s/g, '');
  const [encoded = '', signature = '', ...more] = token.split('.');
  if (more.length > 0 || signature.length !== 86 || token.length > MAX_LENGTH) return err('MALFORMED');
  const parsed = wire.safeParse(jsonOf(encoded));
  if (!parsed.success) return err('MALFORMED');
  const { k, e, i, c, d, h, x, p } = parsed.data;
  const key = keys.get(k);
  if (!key) return err('UNKNOWN_KEY');
  const good = verify(null, Buffer.from(signedMessage(encoded)), key, Buffer.from(signature, 'base64url'));
  if (!good) return err('BAD_SIGNATURE');
  const fields = { id: i, causa: c, desde: d, ...(h && { hasta: h }) };
  return ok({ ...fields, kid: k, entidad: e, expedidoEn: x, prueba: p === 1 });
}

function jsonOf(encoded: string): unknown {
  try {
    return JSON.parse(Buffer.from(encoded, 'base64url').toString());
  } catch {
    return undefined;
  }
}
