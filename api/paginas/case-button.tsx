import type { CONSTANCIA } from './constancia/paths';

interface CaseButtonProps {
  readonly action: '/seguimiento' | (typeof CONSTANCIA)[keyof typeof CONSTANCIA];
  readonly label: string;
  readonly numero: string;
  readonly codigo: string;
  readonly secondary?: boolean;
}

/** A button that carries number and code in a POST: the code never stands in an address. */
export const CaseButton = ({ action, label, numero, codigo, secondary }: CaseButtonProps) => (
  <form method="post" action={action}>
    <input type="hidden" name="numero" value={numero} />
    <input type="hidden" name="codigo" value={codigo} />
    <button class={secondary ? 'boton secundario' : 'boton'}>{label}</button>
  </form>
);
