import type { ContentFault } from './content-fault';
import { faultAt, type Located } from './content-reader';
import type { YamlFile } from './parse-yaml';
import type { Afirmacion } from './schemas/legal';

/** Words that say what the law orders, allows or gives. «Efectos legales» of a rehearsal says nothing of it. */
const SPEAKS_OF_LAW =
  /(?<!\p{L})(?:ley|leyes|decreto|resolución|sentencia|constitución|cpaca|artículos?|tienen? derecho|derecho de petición)(?!\p{L})/iu;

export const speaksOfLaw = (text: string): boolean => SPEAKS_OF_LAW.test(text.replaceAll(/\{\w+\}/g, ''));

type Afirmaciones = Located<{ readonly afirmaciones: readonly Afirmacion[] }>;

/**
 * What people read about the law rests on a row that says its norm, its source and whether it is confirmed: a text that
 * speaks of law without one is a fault, and so is a text that tells what is not confirmed.
 */
export const statementFaults = (
  rows: Afirmaciones,
  texts: ReadonlyMap<string, string>,
  files: readonly YamlFile[],
): ContentFault[] => [
  ...rows.value.afirmaciones.flatMap((row, index) => rowFaults(rows, row, index, texts)),
  ...unsupported(rows, texts, files),
];

function rowFaults(
  rows: Afirmaciones,
  { clave, confirmado, textos }: Afirmacion,
  index: number,
  texts: ReadonlyMap<string, string>,
): ContentFault[] {
  const fault = (message: string) => faultAt(rows, ['afirmaciones', index, 'textos'], `${clave}: ${message}`);
  const missing = textos.filter((key) => !texts.has(key)).map((key) => fault(`no existe el texto ${key}`));
  return confirmado || textos.length === 0
    ? missing
    : [...missing, fault(`no está confirmada y la dicen ${textos.join(', ')}`)];
}

function unsupported(
  { value }: Afirmaciones,
  texts: ReadonlyMap<string, string>,
  files: readonly YamlFile[],
): ContentFault[] {
  const supported = new Set(value.afirmaciones.flatMap(({ textos }) => textos));
  return [...texts]
    .filter(([key, text]) => speaksOfLaw(text) && !supported.has(key))
    .map(([key]) => ({
      ...placeOf(key, files),
      message: `${key}: habla de la ley y ninguna fila de legal/afirmaciones.yaml lo sostiene`,
    }));
}

/** The file and line of a text: each key stands in one file only. */
function placeOf(key: string, files: readonly YamlFile[]): Pick<ContentFault, 'file' | 'line'> {
  const path = key.split('.');
  const holder = files.find(({ data }) => typeof valueAt(data, path) === 'string');
  return holder ? { file: holder.file, line: holder.lineOf(path) } : { file: 'textos' };
}

const valueAt = (data: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inside, name) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[name] : undefined,
    data,
  );
