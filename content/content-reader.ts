import type { z } from 'zod';
import type { ContentFiles } from './content-files';
import type { Checked, ContentFault } from './content-fault';
import { parseYaml, shape } from './parse-yaml';
import type { YamlFile } from './parse-yaml';

/** A value together with the file it was read from, for faults found later. */
export interface Located<T> {
  readonly yaml: YamlFile;
  readonly value: T;
}

/** A fault at the value of `path`. */
export const faultAt = (
  { yaml }: Located<unknown>,
  path: readonly (string | number)[],
  message: string,
): ContentFault => ({ file: yaml.file, line: yaml.lineOf(path), message });

/** Collects faults while reading, so that one run tells them all. */
export class ContentReader {
  readonly faults: ContentFault[] = [];

  constructor(private readonly files: ContentFiles) {}

  /** The one file at `path`; a missing one is a fault. */
  one<T>(path: string, schema: z.ZodType<T>): Located<T> | undefined {
    const source = this.files.get(path);
    if (source === undefined) {
      this.faults.push({ file: path, message: 'falta este archivo' });
      return undefined;
    }
    return this.read(path, source, schema);
  }

  /** Every file directly in `folder`. */
  all<T>(folder: string, schema: z.ZodType<T>): Located<T>[] {
    return this.under(folder)
      .map(([path, source]) => this.read(path, source, schema))
      .filter((located) => located !== undefined);
  }

  /** Every file of `folder` as YAML of any shape. */
  raw(folder: string): YamlFile[] {
    return this.under(folder)
      .map(([path, source]) => this.keep(parseYaml(path, source)))
      .filter((yaml) => yaml !== undefined);
  }

  /** The value, or undefined with its faults noted. */
  keep<T>(checked: Checked<T>): T | undefined {
    if (checked.ok) return checked.value;
    this.faults.push(...checked.failure);
    return undefined;
  }

  private under(folder: string): [string, string][] {
    return [...this.files].filter(([path]) => path.startsWith(`${folder}/`));
  }

  private read<T>(path: string, source: string, schema: z.ZodType<T>): Located<T> | undefined {
    const yaml = this.keep(parseYaml(path, source));
    const value = yaml && this.keep(shape(yaml, schema));
    return yaml && value !== undefined ? { yaml, value } : undefined;
  }
}
