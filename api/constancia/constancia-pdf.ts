import { createHash } from 'node:crypto';
import type { Texts } from '../../content/texts';
import type { Signer } from '../base/sealing/signer';
import type { CasoConstancia, EntidadConstancia, PersonalConstancia } from './caso-constancia';
import { drawConstancia } from './draw-constancia';
import { documentoOf } from './documento-of';
import { qrModules } from './pdf-qr';
import { issueToken } from './token';

export interface ConstanciaDeps {
  readonly texts: Texts;
  readonly entidad: EntidadConstancia;
  /** Address that citizens see, without a final slash. */
  readonly publicUrl: string;
  readonly signer: Signer;
  /** Off only to look inside; on when absent. */
  readonly compress?: boolean;
}

/** Draws the constancia of a case as a tagged PDF. The same case always gives the same bytes. */
export type ConstanciaPdf = (caso: CasoConstancia, personal: PersonalConstancia) => Promise<Buffer>;

/** pdfkit and qrcode are loaded at the first constancia: a program that draws none does not carry them. */
export function createConstanciaPdf(deps: ConstanciaDeps): ConstanciaPdf {
  const { texts: t, entidad, publicUrl, signer, compress = true } = deps;
  return async (caso, personal) => {
    const [{ default: PDFDocument }, qrcode] = await Promise.all([import('pdfkit'), import('qrcode')]);
    const textoSha256 = createHash('sha256').update(caso.texto).digest('hex');
    const token = issueToken({ ...caso, entidad: entidad.codigo, textoSha256 }, signer);
    const documento = documentoOf({
      t,
      entidad,
      publicUrl,
      caso,
      personal,
      textoSha256,
      token,
      keyId: signer.keyId,
    });
    const address = `${publicUrl}/verificar#${token}`;
    const qr = qrModules(qrcode, address);
    return drawConstancia({
      PDFDocument,
      t,
      documento,
      caso,
      keyId: signer.keyId,
      publicUrl,
      address,
      qr,
      compress,
    });
  };
}
