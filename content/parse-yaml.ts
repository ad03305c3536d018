import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import type { Checked, ContentFault } from './content-fault';

type Path = readonly PropertyKey[];

/** A parsed YAML file that still knows on which line each value stands. */
export interface YamlFile {
  readonly file: string;
  readonly data: unknown;
  /** Line of the value at `path`, or of the nearest parent that exists. */
  readonly lineOf: (path: Path) => number | undefined;
}

const spanish = z.locales.es().localeError;

/** Syntax only: repeated keys and broken YAML are faults with their line. */
export function parseYaml(file: string, source: string): Checked<YamlFile> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  if (document.errors.length > 0) {
    const failure = document.errors.map(({ pos, message }): ContentFault => ({
      file,
      line: lines.linePos(pos[0]).line,
      message: `YAML mal escrito: ${message.split('\n')[0] ?? ''}`,
    }));
    return { ok: false, failure };
  }
  const lineOf = (path: Path): number | undefined => nearestLine(document, lines, path);
  return { ok: true, value: { file, data: document.toJS(), lineOf } };
}

/** The file's data in the shape of `schema`; each zod issue becomes a fault at the line of its value. */
export function shape<T>(yaml: YamlFile, schema: z.ZodType<T>): Checked<T> {
  const parsed = schema.safeParse(yaml.data, { error: spanish });
  if (parsed.success) return { ok: true, value: parsed.data };
  const failure = parsed.error.issues.map(({ path, message }): ContentFault => {
    const where = path.length > 0 ? `${path.map(String).join('.')}: ` : '';
    return { file: yaml.file, line: yaml.lineOf(path), message: `${where}${message}` };
  });
  return { ok: false, failure };
}

function nearestLine(document: Document, lines: LineCounter, path: Path): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
