import { readContentFiles } from './content-files';
import type { ContentFiles } from './content-files';
import type { ContentFault } from './content-fault';
import { parseContent } from './load-content';
import { parseYaml } from './parse-yaml';

/** The outcome of judging a content folder. */
export interface ContentReport {
  readonly faults: readonly ContentFault[];
  /** How many things were looked at: each file and each of its values. */
  readonly checks: number;
  /** What the Alcaldía must still confirm; zero when the content could not be loaded. */
  readonly porConfirmar: number;
}

/** Judges the content in `dir` as the product would load it. Prints nothing; a folder that cannot be read throws. */
export const checkContent = (dir: string): ContentReport => checkFiles(readContentFiles(dir));

/** The same on files already read. Pure. */
export function checkFiles(files: ContentFiles): ContentReport {
  const parsed = parseContent(files);
  return {
    faults: parsed.ok ? [] : parsed.failure,
    checks: [...files].reduce((sum, [file, source]) => sum + 1 + valuesIn(file, source), 0),
    porConfirmar: parsed.ok ? parsed.value.porConfirmar.length : 0,
  };
}

function valuesIn(file: string, source: string): number {
  const yaml = parseYaml(file, source);
  return yaml.ok ? countValues(yaml.value.data) : 0;
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, child) => sum + countValues(child), 0);
}
