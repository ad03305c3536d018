import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valueOf } from '../../api/base/kernel/result';
import { parseYaml } from '../../content/parse-yaml';
import { readTexts } from '../../content/read-texts';
import { createTexts, type Texts } from '../../content/texts';

/** The product's own texts of the files named, with the loader's checks: a bad text fails the test that uses it. */
export function realTexts(...files: readonly string[]): Texts {
  const yaml = files.map((name) => {
    const path = join(__dirname, '../../content/textos', `${name}.yaml`);
    return valueOf(parseYaml(path, readFileSync(path, 'utf8')));
  });
  return createTexts(valueOf(readTexts(yaml)));
}
