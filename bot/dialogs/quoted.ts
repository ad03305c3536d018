import { traitsOf } from '../channels/traits';
import type { Facts } from './dialog';
import { hideNumbers } from '../../api/base/kernel/document-numbers';
import { excerpt } from './excerpt';

/**
 * What somebody wrote, to be shown to the person: its beginning in one line and, by a channel of another company, no
 * number of a document whole. What is kept stays as it was written.
 */
export const quoted = ({ canal }: Pick<Facts, 'canal'>, texto: string, max: number): string =>
  excerpt(traitsOf(canal).ofThirdParty ? hideNumbers(texto) : texto, max);
