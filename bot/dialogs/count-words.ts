import { foldText } from '../../api/base/kernel/plain-text';

/** How many words a text has; signs and emoji are none. */
export const countWords = (texto: string): number => foldText(texto).split(' ').filter(Boolean).length;
