import { countWords } from '../count-words';
import type { Input } from '../dialog';

/** From this many words an answer that gives no datum tells more of the story. */
const MORE_WORDS = 9;

/** A long text is no document and no contact: it is kept in the petition, never asked away. */
export const tellsMore = ({ texto }: Pick<Input, 'texto'>): boolean => countWords(texto) >= MORE_WORDS;
