import { foldText } from '../../api/base/kernel/plain-text';
import type { Input } from '../dialogs/dialog';
import type { Stage } from './stage';

/** Whether a message brings something besides a greeting. */
export const saysSomething = (
  stage: Stage,
  { texto, anexos, noRecibidos = [] }: Pick<Input, 'texto' | 'anexos' | 'noRecibidos'>,
): boolean =>
  anexos.length + noRecibidos.length > 0 ||
  (foldText(texto) !== '' && stage.facts.understand(texto).intencion !== 'saludo');
