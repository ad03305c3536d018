import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '../../../content/parse-yaml';
import { readTexts } from '../../../content/read-texts';
import { createTexts } from '../../../content/texts';
import { valueOf } from '../../base/kernel/result';
import { verificadorHtml } from './verificador-html';

const TEXTOS = ['constancia.yaml', 'verificador.yaml'];
/** What the script says; the rest is in the page. */
const SPOKEN = /^(verificador|constancia\.verificar)\./;

/**
 * The verifier as the build leaves it, without keys.
 * @param root folder of the product.
 * @param script of browsers, compiled.
 */
export function verificadorFile(root: string, script: string): string {
  const files = TEXTOS.map((name) => {
    const path = join(root, 'content', 'textos', name);
    return valueOf(parseYaml(path, readFileSync(path, 'utf8')));
  });
  const texts = valueOf(readTexts(files));
  const palabras = Object.fromEntries([...texts].filter(([key]) => SPOKEN.test(key)));
  const style = readFileSync(join(root, 'api/constancia/verificador/verificador.css'), 'utf8');
  return verificadorHtml({ t: createTexts(texts), palabras, script: script.trim(), style: packed(style) });
}

const packed = (css: string): string => css.replaceAll(/\s*\n\s*/g, '');
