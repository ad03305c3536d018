import type { Texts } from '../../../content/texts';
import { CaseButton } from '../case-button';
import type { CaseKeys } from '../seguimiento/case-keys';
import { CONSTANCIA } from './paths';

/** The two ways of keeping a constancia: a PDF and a page. */
export const ConstanciaButtons = ({ t, keys }: { readonly t: Texts; readonly keys: CaseKeys }) => (
  <>
    <CaseButton action={CONSTANCIA.pdf} label={t('web.radicado.constancia')} {...keys} />
    <CaseButton action={CONSTANCIA.pantalla} label={t('constancia.pantalla.ver')} secondary {...keys} />
  </>
);
