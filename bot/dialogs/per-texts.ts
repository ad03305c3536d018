import type { Texts } from '../../content/texts';

/** What is computed from a named text of the content, once for as long as that content is in force. */
export function perTexts<Value>(
  compute: (texts: Texts, name: string) => Value,
): (texts: Texts, name: string) => Value {
  const known = new WeakMap<Texts, Map<string, Value>>();
  return (texts, name) => {
    const values = known.get(texts) ?? new Map<string, Value>();
    known.set(texts, values);
    const value = values.get(name) ?? compute(texts, name);
    values.set(name, value);
    return value;
  };
}
