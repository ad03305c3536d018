import type { Texts } from '../../content/texts';
import type { CasoConstancia, EntidadConstancia, PersonalConstancia } from './caso-constancia';

/** Where a constancia is read. */
export type Forma = 'PDF' | 'PANTALLA';

/** Everything that a constancia is made of. */
export interface Partes {
  readonly t: Texts;
  readonly entidad: EntidadConstancia;
  readonly publicUrl: string;
  readonly caso: CasoConstancia;
  readonly personal: PersonalConstancia;
  readonly forma: Forma;
  /** Of the text, in hexadecimal. */
  readonly textoSha256: string;
  readonly token: string;
  readonly keyId: string;
}
