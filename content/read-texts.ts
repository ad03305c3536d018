import type { Checked, ContentFault } from './content-fault';
import type { YamlFile } from './parse-yaml';

interface Entry {
  readonly key: string;
  readonly text: string;
  readonly file: string;
  readonly line: number | undefined;
}

/** Words a sentence may have at most, by the plain-language guides the Alcaldía follows. */
export const MAX_WORDS = 20;

const PLACEHOLDER = /\{[a-zA-Z]\w*\}/g;
const SENTENCE_END = /[.!?…]+(?=\s|$)|\n+/;

/** All texts of `content/textos/`: nested maps flattened with dots, checked, with every repeated key a fault. */
export function readTexts(files: readonly YamlFile[]): Checked<ReadonlyMap<string, string>> {
  const faults: ContentFault[] = [];
  const found = new Map<string, Entry>();
  for (const file of files) {
    for (const entry of flatten(file, faults)) {
      const earlier = found.get(entry.key);
      if (earlier) {
        faults.push({
          ...place(entry),
          message: `${entry.key} ya está en ${earlier.file}:${earlier.line ?? 1}`,
        });
      } else found.set(entry.key, entry);
      for (const message of textFaults(entry.text)) {
        faults.push({ ...place(entry), message: `${entry.key}: ${message}` });
      }
    }
  }
  if (faults.length > 0) return { ok: false, failure: faults };
  return { ok: true, value: new Map([...found.values()].map(({ key, text }) => [key, text])) };
}

/** What is wrong with a text a citizen reads: empty, braces that are no `{name}`, or a sentence too long. */
export function textFaults(text: string): string[] {
  const faults: string[] = [];
  if (text.trim() === '') faults.push('texto vacío');
  if (/[{}]/.test(text.replaceAll(PLACEHOLDER, ''))) faults.push('llaves sin pareja o que no son {nombre}');
  for (const sentence of text.split(SENTENCE_END)) {
    const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}{]/u.test(word)).length;
    if (words > MAX_WORDS)
      faults.push(`frase de ${words} palabras (máximo ${MAX_WORDS}): «${sentence.trim()}»`);
  }
  return faults;
}

const place = ({ file, line }: Entry): Pick<ContentFault, 'file' | 'line'> => ({ file, line });

function flatten(yaml: YamlFile, faults: ContentFault[]): Entry[] {
  const entries: Entry[] = [];
  const visit = (value: unknown, path: readonly string[]): void => {
    const at = { file: yaml.file, line: yaml.lineOf(path) };
    if (typeof value === 'string') entries.push({ key: path.join('.'), text: value, ...at });
    else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [name, child] of Object.entries(value)) visit(child, [...path, name]);
    } else
      faults.push({
        ...at,
        message: `${path.join('.') || 'el archivo'}: debe ser un texto o un grupo de textos`,
      });
  };
  visit(yaml.data, []);
  return entries;
}
