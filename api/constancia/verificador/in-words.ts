import { dateInWords } from '../../base/kernel/local-date';

/** A day in words; any other text as it is. */
export const inWords = (text: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? dateInWords(text) : text;
