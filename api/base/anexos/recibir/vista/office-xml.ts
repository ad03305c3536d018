/**
 * XML of office files, changed as text: it was made by a program, and what is written here is looked for by name. Only
 * UTF-8 is read.
 */
export const isUtf8Xml = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const encoding = /^(?:ï»¿)?<\?xml[^>]*encoding=["']([^"']+)["']/.exec(head)?.[1] ?? 'utf-8';
  return /^(utf-?8|us-ascii)$/i.test(encoding) && !head.startsWith('ÿþ') && !head.startsWith('þÿ');
};

/** Removes attributes by their name without prefix, as a regular expression. */
export const withoutAttributes = (xml: string, names: string): string =>
  xml.replaceAll(new RegExp(`\\s(?:[\\w.-]+:)?(?:${names})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'), '');

/** Empties attributes that a schema requires. */
export const emptyAttributes = (xml: string, names: string): string =>
  xml.replaceAll(
    new RegExp(`(\\s(?:[\\w.-]+:)?(?:${names})\\s*=\\s*)(?:"[^"]*"|'[^']*')`, 'g'),
    (_all, name: string) => `${name}""`,
  );

/** Removes whole elements by their name without prefix. */
export const withoutElements = (xml: string, names: string): string =>
  xml
    .replaceAll(new RegExp(`<((?:[\\w.-]+:)?(?:${names}))(?:\\s[^>]*)?/>`, 'g'), '')
    .replaceAll(new RegExp(`<((?:[\\w.-]+:)?(?:${names}))(?:\\s[^>]*)?>[\\s\\S]*?</\\1\\s*>`, 'g'), '');

/** Empties the text of elements. */
export const emptyElements = (xml: string, names: string): string =>
  xml.replaceAll(
    new RegExp(`(<((?:[\\w.-]+:)?(?:${names}))(?:\\s[^>]*)?(?<!/)>)[\\s\\S]*?(</\\2\\s*>)`, 'g'),
    '$1$3',
  );

/** Removes comments and processing instructions but the declaration: programs sign in them. */
export const withoutRemarks = (xml: string): string =>
  xml.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/<\?(?!xml\s)[\s\S]*?\?>/g, '');
