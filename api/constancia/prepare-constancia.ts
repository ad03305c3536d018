import { createHash } from 'node:crypto';
import type { Texts } from '../../content/texts';
import type { Signer } from '../base/sealing/signer';
import type { CasoConstancia, EntidadConstancia, PersonalConstancia } from './caso-constancia';
import type { Documento } from './documento';
import { documentoOf } from './documento-of';
import type { Forma } from './partes';
import { qrModules, type QrModules } from './pdf-qr';
import { issueToken } from './token';

export interface PrepareDeps {
  readonly texts: Texts;
  readonly entidad: EntidadConstancia;
  /** Address that citizens see, without a final slash. */
  readonly publicUrl: string;
  readonly signer: Signer;
}

/** A constancia before it takes the shape of a file or of a page. */
export interface Preparada {
  readonly documento: Documento;
  readonly keyId: string;
  /** What the QR says: the page that verifies, with the token. */
  readonly address: string;
  readonly qr: QrModules;
}

/** Puts in words, signs and encodes a case. qrcode is loaded at the first one. */
export async function prepareConstancia(
  { texts: t, entidad, publicUrl, signer }: PrepareDeps,
  caso: CasoConstancia,
  personal: PersonalConstancia,
  forma: Forma,
): Promise<Preparada> {
  const qrcode = await import('qrcode');
  const { keyId } = signer;
  const textoSha256 = createHash('sha256').update(caso.texto).digest('hex');
  const token = issueToken({ ...caso, entidad: entidad.codigo, textoSha256 }, signer);
  const partes = { t, entidad, publicUrl, caso, personal, forma, textoSha256, token, keyId };
  const address = `${publicUrl}/verificar#${token}`;
  return { documento: documentoOf(partes), keyId, address, qr: qrModules(qrcode, address) };
}
