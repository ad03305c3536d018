import type { CasoConstancia, PersonalConstancia } from './caso-constancia';
import { drawConstancia } from './draw-constancia';
import { prepareConstancia, type PrepareDeps } from './prepare-constancia';

export interface ConstanciaDeps extends PrepareDeps {
  /** Off only to look inside; on when absent. */
  readonly compress?: boolean;
}

/** Draws the constancia of a case as a tagged PDF. The same case always gives the same bytes. */
export type ConstanciaPdf = (caso: CasoConstancia, personal: PersonalConstancia) => Promise<Buffer>;

/** pdfkit is loaded at the first constancia: a program that draws none does not carry it. */
export function createConstanciaPdf(deps: ConstanciaDeps): ConstanciaPdf {
  const { texts: t, publicUrl, compress = true } = deps;
  return async (caso, personal) => {
    const [{ default: PDFDocument }, preparada] = await Promise.all([
      import('pdfkit'),
      prepareConstancia(deps, caso, personal, 'PDF'),
    ]);
    return drawConstancia({ PDFDocument, t, caso, publicUrl, compress, ...preparada });
  };
}
