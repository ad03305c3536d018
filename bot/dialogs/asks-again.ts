import { countWords } from './count-words';
import type { Facts, Input } from './dialog';
import { saysOneOf, saysYes } from './named-words';

/** «Sí», «enviar», «otra vez»: whoever says so after a failure wants it tried again. */
export const asksAgain = ({ texto, opcion, anexos }: Input, { texts }: Facts): boolean =>
  opcion === undefined &&
  anexos.length === 0 &&
  countWords(texto) <= 3 &&
  (saysYes(texto, texts) || saysOneOf(texto, texts, 'reintentar'));
