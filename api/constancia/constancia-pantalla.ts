import type { HalladaPrueba } from '../comunicaciones/sello/find-proof';
import type { CasoConstancia, PersonalConstancia } from './caso-constancia';
import { prepareConstancia, type Preparada, type PrepareDeps } from './prepare-constancia';

/** A constancia as a page shows it: the same words as the PDF, and what its citizen can prove with. */
export interface ConstanciaPantalla extends Pick<Preparada, 'documento' | 'address' | 'qr'> {
  /** In a rehearsal it has no official validity. */
  readonly prueba: boolean;
  /** Whether the seal of the book already covers it, in words. */
  readonly sello: Pick<HalladaPrueba, 'estado' | 'explicacion'>;
}

export type ConstanciaEnPantalla = (
  caso: CasoConstancia,
  personal: PersonalConstancia,
) => Promise<Omit<ConstanciaPantalla, 'sello'>>;

/** Puts the constancia of a case in words for a page. */
export const createConstanciaEnPantalla =
  (deps: PrepareDeps): ConstanciaEnPantalla =>
  async (caso, personal) => {
    const { documento, address, qr } = await prepareConstancia(deps, caso, personal, 'PANTALLA');
    return { documento, address, qr, prueba: caso.prueba };
  };
