import { foldText } from '../../api/base/kernel/plain-text';
import type { Input } from '../dialogs/dialog';
import type { Stage } from './stage';

/** Whether a message brings something besides a greeting. */
export const saysSomething = (stage: Stage, { texto, anexos }: Pick<Input, 'texto' | 'anexos'>): boolean =>
  anexos.length > 0 || (foldText(texto) !== '' && stage.facts.understand(texto).intencion !== 'saludo');
