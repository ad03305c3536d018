import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { err, ok, type Result } from '../../base/kernel/result';
import { type Atencion, atencionSchema } from '../../ventanilla/atencion';
import { faultText } from '../../../content/content-fault';
import { parseYaml, shape } from '../../../content/parse-yaml';

/** An attention written in a file; its key follows from the content, so that the same file is filed once. */
export interface WrittenAtencion {
  readonly atencion: Atencion;
  readonly clave: string;
}

/** Reads a YAML or JSON file (JSON is YAML too). Its faults come as lines. */
export function readAtencion(path: string): Result<WrittenAtencion, readonly string[]> {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (cause) {
    return err([`${path}: ${(cause as NodeJS.ErrnoException).code ?? 'ERROR'}`]);
  }
  const yaml = parseYaml(path, source);
  if (!yaml.ok) return err(yaml.failure.map(faultText));
  const shaped = shape(yaml.value, atencionSchema);
  if (!shaped.ok) return err(shaped.failure.map(faultText));
  const clave = `ventanilla.archivo.${createHash('sha256').update(source).digest('hex')}`;
  return ok({ atencion: shaped.value, clave });
}
