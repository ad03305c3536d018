/** A named text with its parameters: `t('radicar.listo', { radicado })`. A missing text or parameter is a bug. */
export type Texts = (key: string, params?: Readonly<Record<string, string | number>>) => string;

const PLACEHOLDER = /\{([a-zA-Z]\w*)\}/g;

/**
 * Texts whose `{name}` places are filled once. What a person wrote enters as a value and is never expanded again,
 * so braces in it stay braces.
 */
export function createTexts(entries: ReadonlyMap<string, string>): Texts {
  return (key, params = {}) => {
    const text = entries.get(key);
    if (text === undefined) throw new Error(`no text named ${key}`);
    return text.replaceAll(PLACEHOLDER, (_, name: string) => {
      const value = params[name];
      if (value === undefined) throw new Error(`text ${key} needs {${name}}`);
      return String(value);
    });
  };
}
