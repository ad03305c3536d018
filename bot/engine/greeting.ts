import { foldText } from '../../api/base/kernel/plain-text';
import type { Stage } from './stage';

/** Whether a text says something besides a greeting. */
export const saysSomething = (stage: Stage, texto: string): boolean =>
  foldText(texto) !== '' && stage.facts.understand(texto).intencion !== 'saludo';
