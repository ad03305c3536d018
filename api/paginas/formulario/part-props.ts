import type { Texts } from '../../../content/texts';
import type { FieldProps } from '../form-fields';
import type { Campo } from './form-values';

/** What each part of the form is drawn with. */
export interface PartProps {
  readonly t: Texts;
  /** Props that every field takes: label, value and error by its name. */
  readonly field: (campo: Campo, need?: FieldProps['need']) => FieldProps;
}
